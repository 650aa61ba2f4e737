/* The operations of a batch on one name: each adds its data to the buffer and gives an errno. */
#pragma once
#include "request.h"
#include "sys.h"

/* `name` is relative to dirfd; "" is dirfd itself. `room` bounds what may be added; more sets *cut. */
struct op_target {
	int dirfd;
	const char *name;
	const char *extra;
	size_t limit, room;
};
int op_run(uint8_t op, const struct op_target *t, struct buf *out, bool *cut);
