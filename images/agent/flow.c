#include "flow.h"

static enum ack assemble(struct flow *fl, const struct frame *f, struct message *m, bool *whole)
{
	bool continues = fl->assembling && f->id == fl->id && f->type == fl->type;
	if (!request_type_known(f->type) || (f->more && fl->assembling && !continues)) {
		fl->assembling = false;
		return ACK_BAD_TYPE;
	}
	if (!f->more && !continues) {
		*m = (struct message){.type = f->type, .id = f->id, .payload = f->payload};
		*whole = true;
		return ACK_OK;
	}
	if (!continues) {
		fl->assembling = true;
		fl->type = f->type;
		fl->id = f->id;
		fl->len = 0;
	}
	if (f->payload.len > sizeof fl->data - fl->len) {
		fl->assembling = false;
		return ACK_TOO_LONG;
	}
	memcpy(fl->data + fl->len, f->payload.data, f->payload.len);
	fl->len += f->payload.len;
	if (!f->more) {
		fl->assembling = false;
		*m = (struct message){.type = fl->type, .id = fl->id, .payload = {.data = fl->data, .len = fl->len}};
		*whole = true;
	}
	return ACK_OK;
}

enum ack flow_take(struct flow *fl, const struct frame *f, struct message *m, bool *whole)
{
	*whole = false;
	if (f->type == REQUEST_HELLO) {
		if (f->more || f->payload.len != 8)
			return ACK_BAD_FRAME;
		fl->greeted = true;
		fl->assembling = false;
		fl->last = f->seq;
		*m = (struct message){.type = f->type, .id = f->id, .payload = f->payload};
		*whole = true;
		return fl->last_code = ACK_OK;
	}
	if (!fl->greeted)
		return ACK_OUT_OF_ORDER;
	if (f->seq == fl->last)
		return fl->last_code; /* sent again, as its ACK was late */
	if (f->seq != fl->last + 1)
		return ACK_OUT_OF_ORDER;
	fl->last = f->seq;
	return fl->last_code = assemble(fl, f, m, whole);
}
