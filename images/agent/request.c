#include "request.h"

bool request_type_known(uint8_t type)
{
	switch ((enum request_type)type) {
	case REQUEST_HELLO:
	case REQUEST_BATCH:
	case REQUEST_NETLINK:
	case REQUEST_SECCOMP:
	case REQUEST_PROBE:
	case REQUEST_PTY_OPEN:
	case REQUEST_PTY_WRITE:
	case REQUEST_PTY_RESIZE:
	case REQUEST_PTY_SIGNAL:
	case REQUEST_PTY_CLOSE:
	case REQUEST_PTY_CREDIT:
	case REQUEST_EVENTS:
	case REQUEST_WRITE_FILE:
	case REQUEST_CLOCK:
	case REQUEST_ENTROPY:
		return true;
	}
	return false;
}

static bool whole(const struct reader *r)
{
	return !r->failed && r->left == 0;
}

/* A path or a pattern: bytes without NUL that fit into PATH_MAX. */
static struct slice read_path(struct reader *r)
{
	struct slice s = read_lp(r);
	if (s.len >= PATH_LIMIT || has_nul(s))
		r->failed = true;
	return s;
}

static struct strings read_strings(struct reader *r)
{
	struct strings s = {.n = read_u16(r), .bytes = {.data = r->at, .len = 0}};
	if (s.n > STRINGS_MAX)
		r->failed = true;
	for (uint16_t i = 0; i < s.n && !r->failed; i++)
		if (has_nul(read_lp(r)))
			r->failed = true;
	if (!r->failed)
		s.bytes.len = (size_t)(r->at - s.bytes.data);
	return s;
}

struct batch_leaf batch_leaf(struct reader *r)
{
	struct batch_leaf l = {.op = read_u8(r), .limit = read_u32(r)};
	l.name = l.extra = read_lp(r);
	const uint8_t *nul = l.name.len ? memchr(l.name.data, 0, l.name.len) : NULL;
	if (nul) {
		l.name.len = (size_t)(nul - l.name.data);
		l.extra = (struct slice){.data = nul + 1, .len = l.extra.len - l.name.len - 1};
	} else {
		l.extra.len = 0;
	}
	return l;
}

static bool leaf_is_good(const struct batch_leaf *l, size_t room)
{
	bool wants_extra = l->op == OP_GETXATTR || l->op == OP_READ_INSIDE;
	if (l->op < OP_READ || l->op > OP_READ_INSIDE || room >= PATH_LIMIT)
		return false;
	if (l->name.len && l->name.data[0] == '/')
		return false;
	if (wants_extra)
		return l->extra.len && !has_nul(l->extra) && (l->op != OP_READ_INSIDE || l->extra.data[0] == '/');
	return room == l->name.len; /* no NUL */
}

struct batch_group batch_group(struct reader *r)
{
	struct batch_group g = {.dir = read_lp(r), .leaves = read_u16(r)};
	g.at = *r;
	for (uint16_t i = 0; i < g.leaves && !r->failed; i++)
		batch_leaf(r);
	return g;
}

bool parse_batch(struct slice p, struct batch_request *q)
{
	struct reader r = reader_of(p.data, p.len);
	q->flags = read_u8(&r);
	q->hash = read_u64(&r);
	q->limit = read_u32(&r);
	q->groups = read_u16(&r);
	q->bytes = (struct slice){.data = r.at, .len = r.left};
	if (q->flags & ~BATCH_IF_CHANGED || q->limit > BATCH_LIMIT)
		return false;
	for (uint16_t i = 0; i < q->groups && !r.failed; i++) {
		struct slice dir = read_path(&r);
		if (!dir.len || dir.data[0] != '/')
			return false;
		uint16_t leaves = read_u16(&r);
		for (uint16_t j = 0; j < leaves && !r.failed; j++) {
			size_t before = r.left;
			struct batch_leaf l = batch_leaf(&r);
			if (!r.failed && !leaf_is_good(&l, before - r.left - 9))
				return false;
		}
	}
	return whole(&r);
}

bool parse_netlink(struct slice p, struct netlink_request *q)
{
	struct reader r = reader_of(p.data, p.len);
	q->netns = read_path(&r);
	q->protocol = read_u16(&r);
	q->n = read_u16(&r);
	q->bytes = (struct slice){.data = r.at, .len = r.left};
	for (uint16_t i = 0; i < q->n && !r.failed; i++) {
		read_u16(&r);
		read_u16(&r);
		read_lp(&r);
	}
	return whole(&r);
}

bool parse_probe(struct slice p, struct probe_request *q)
{
	struct reader r = reader_of(p.data, p.len);
	q->target = read_u32(&r);
	q->enter = read_u32(&r);
	q->flags = read_u32(&r);
	q->uid = read_u32(&r);
	q->gid = read_u32(&r);
	q->timeout_ms = read_u32(&r);
	q->output_limit = read_u32(&r);
	q->cwd = read_path(&r);
	q->argv = read_strings(&r);
	q->env = read_strings(&r);
	q->input = read_lp(&r);
	return whole(&r) && q->argv.n > 0 && q->timeout_ms <= 60000 && q->output_limit <= 262144 && q->target <= INT32_MAX &&
	       !(q->enter & ~(uint32_t)ENTER_ALL) && !(q->flags & ~3u) && (q->target || !q->enter);
}

bool parse_pty_open(struct slice p, struct pty_open_request *q)
{
	struct reader r = reader_of(p.data, p.len);
	q->cols = read_u16(&r);
	q->rows = read_u16(&r);
	q->uid = read_u32(&r);
	q->gid = read_u32(&r);
	q->cwd = read_path(&r);
	q->argv = read_strings(&r);
	q->env = read_strings(&r);
	return whole(&r) && q->argv.n > 0;
}

bool parse_pty(uint8_t type, struct slice p, struct pty_request *q)
{
	struct reader r = reader_of(p.data, p.len);
	memset(q, 0, sizeof *q);
	q->terminal = read_u32(&r);
	switch (type) {
	case REQUEST_PTY_WRITE:
		q->bytes = read_rest(&r);
		break;
	case REQUEST_PTY_RESIZE:
		q->cols = read_u16(&r);
		q->rows = read_u16(&r);
		break;
	case REQUEST_PTY_SIGNAL:
		q->number = read_u32(&r);
		if (q->number < 1 || q->number > 64)
			return false;
		break;
	case REQUEST_PTY_CREDIT:
		q->number = read_u32(&r);
		break;
	default:
		break;
	}
	return whole(&r);
}

bool parse_write(struct slice p, struct write_request *q)
{
	struct reader r = reader_of(p.data, p.len);
	q->flags = read_u32(&r);
	q->mode = read_u32(&r);
	q->uid = read_u32(&r);
	q->gid = read_u32(&r);
	q->offset = read_u64(&r);
	q->path = read_path(&r);
	q->bytes = read_rest(&r);
	if (!whole(&r) || q->flags & ~(uint32_t)WRITE_ALL || q->mode > 07777 || q->offset > INT64_MAX - 65536)
		return false;
	if (q->flags & WRITE_ATOMIC && (q->offset || q->flags & WRITE_APPEND))
		return false;
	return q->path.len && q->path.data[0] == '/';
}

bool parse_seccomp(struct slice p, uint32_t *pid)
{
	struct reader r = reader_of(p.data, p.len);
	*pid = read_u32(&r);
	return whole(&r) && *pid >= 1 && *pid <= INT32_MAX;
}

bool parse_events(struct slice p, bool *on)
{
	struct reader r = reader_of(p.data, p.len);
	uint8_t v = read_u8(&r);
	*on = v;
	return whole(&r) && v <= 1;
}

bool parse_clock(struct slice p, int64_t *seconds, uint32_t *nanoseconds)
{
	struct reader r = reader_of(p.data, p.len);
	*seconds = (int64_t)read_u64(&r);
	*nanoseconds = read_u32(&r);
	return whole(&r) && *seconds >= 0 && *nanoseconds < 1000000000;
}

bool parse_entropy(struct slice p, struct slice *bytes)
{
	*bytes = p;
	return p.len <= 256;
}

bool strings_copy(const struct strings *s, char **vector, size_t vector_len, char *room, size_t room_len, size_t *used)
{
	struct reader r = reader_of(s->bytes.data, s->bytes.len);
	if (s->n >= vector_len)
		return false;
	for (uint16_t i = 0; i < s->n; i++) {
		struct slice one = read_lp(&r);
		if (one.len + 1 > room_len - *used)
			return false;
		vector[i] = room + *used;
		memcpy(vector[i], one.data, one.len);
		vector[i][one.len] = 0;
		*used += one.len + 1;
	}
	vector[s->n] = NULL;
	return true;
}
