/* The order of frames and the assembly of messages: which frame is taken, which refused and why. Pure, like frame.c. */
#pragma once
#include "frame.h"
#include "request.h"

enum { MESSAGE_MAX = 65536 };

struct flow {
	bool greeted; /* a HELLO came */
	uint32_t last; /* seq of the frame taken or refused last */
	enum ack last_code;
	bool assembling;
	uint8_t type;
	uint32_t id;
	size_t len;
	uint8_t data[MESSAGE_MAX];
};

struct message {
	uint8_t type;
	uint32_t id;
	struct slice payload;
};

/* Gives the code of the frame's ACK; *whole says whether a message is complete with it. */
enum ack flow_take(struct flow *fl, const struct frame *f, struct message *m, bool *whole);
/* The message that was just completed can't be taken after all. */
static inline enum ack flow_refuse(struct flow *fl, enum ack code)
{
	return fl->last_code = code;
}
