/* What every part of the agent uses: time, buffers, the console, and the kernel's file systems as they were at boot. */
#pragma once
#include <sys/types.h>

#include "bytes.h"

uint64_t now_ms(void); /* CLOCK_MONOTONIC */
/* Says on the console what went wrong; err may be 0. The agent never gives up because of it. */
void complain(const char *what, int err);

/* Handles on /proc, /sys and /sys/fs/cgroup: a learner may unmount or cover them, and looks must go on.
 * Gives the handle a path begins in and moves *path behind it, without the slash; AT_FDCWD for other paths. */
void roots_open(void);
int roots_find(const char **path, size_t *len);
static inline int roots_of(const char **path)
{
	size_t len = strlen(*path);
	return roots_find(path, &len);
}
int open_at_boot(const char *path, int flags); /* open(2), under the handles */
bool write_once(const char *path, const char *text); /* for /proc and /sys */

/* A buffer that grows up to a limit; when it can't, `failed` is set and nothing more is added. */
struct buf {
	uint8_t *data;
	size_t len, cap;
	bool failed;
};
uint8_t *buf_room(struct buf *b, size_t n); /* n bytes may be written there; NULL when there is no memory */
void buf_add(struct buf *b, const void *data, size_t n);
void buf_u16(struct buf *b, uint16_t v);
void buf_u32(struct buf *b, uint32_t v);
void buf_lp(struct buf *b, const void *data, size_t n);
void buf_free(struct buf *b);
void buf_reserve(void); /* at start: the memory of a usual answer */

/* A NUL-terminated copy of a path that was checked when it was parsed; good until the call after the next. */
const char *path_of(struct slice s);
