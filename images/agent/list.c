#define _GNU_SOURCE
#include "list.h"

#include <dirent.h>
#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "glob.h"

enum { ARENA_MAX = 4 << 20, ARENA_KEPT = 256 << 10 };

/* An entry is u8 type, u8 0, u16 length, the name and a NUL, padded so that offsets stay aligned. */
static struct buf arena;

static bool numeric(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.data[i] < '0' || s.data[i] > '9')
			return false;
	return s.len > 0;
}

static bool wanted(enum list_want want, struct slice pattern, uint8_t type, struct slice name)
{
	if (glob_is(name, ".") || glob_is(name, ".."))
		return false;
	switch (want) {
	case LIST_ALL:
		return true;
	case LIST_MATCHING:
		return glob_match(pattern, name);
	case LIST_DIRS:
		return type == DT_DIR || type == DT_UNKNOWN;
	case LIST_PIDS:
		return numeric(name);
	}
	return false;
}

static bool add(uint8_t type, struct slice name)
{
	size_t size = (4 + name.len + 1 + 3) & ~(size_t)3;
	uint8_t *to = arena.len + size > ARENA_MAX ? NULL : buf_room(&arena, size);
	if (!to)
		return false;
	to[0] = type;
	to[1] = 0;
	put_u16(to + 2, (uint16_t)name.len);
	memcpy(to + 4, name.data, name.len);
	to[4 + name.len] = 0;
	arena.len += size;
	return true;
}

static struct slice name_at(uint32_t offset)
{
	const uint8_t *p = arena.data + offset;
	return (struct slice){.data = p + 4, .len = get_u16(p + 2)};
}

static int compare(enum list_want want, uint32_t x, uint32_t y)
{
	struct slice a = name_at(x), b = name_at(y);
	if (want == LIST_PIDS && a.len != b.len)
		return a.len < b.len ? -1 : 1;
	int c = memcmp(a.data, b.data, a.len < b.len ? a.len : b.len);
	return c ? c : a.len < b.len ? -1 : a.len > b.len;
}

/* Heap sort: in place, and no worse for a directory somebody made to be slow. */
static void sift(enum list_want want, uint32_t *o, uint32_t at, uint32_t n)
{
	for (uint32_t child; (child = 2 * at + 1) < n; at = child) {
		if (child + 1 < n && compare(want, o[child], o[child + 1]) < 0)
			child++;
		if (compare(want, o[at], o[child]) >= 0)
			return;
		uint32_t t = o[at];
		o[at] = o[child];
		o[child] = t;
	}
}

static void sort(enum list_want want, uint32_t *o, uint32_t n)
{
	uint32_t ordered = 1;
	while (ordered < n && compare(want, o[ordered - 1], o[ordered]) <= 0)
		ordered++;
	if (ordered >= n)
		return; /* as /proc is */
	for (uint32_t i = n / 2; i-- > 0;)
		sift(want, o, i, n);
	for (uint32_t end = n; end-- > 1;) {
		uint32_t t = o[0];
		o[0] = o[end];
		o[end] = t;
		sift(want, o, 0, end);
	}
}

int list_read(int dirfd, enum list_want want, struct slice pattern, struct list *l)
{
	static union {
		char bytes[16384];
		struct dirent64 align;
	} dents;
	*l = (struct list){.base = arena.len};
	for (;;) {
		long n = syscall(SYS_getdents64, dirfd, dents.bytes, sizeof dents.bytes);
		if (n < 0) {
			arena.len = l->base;
			return errno;
		}
		if (n == 0 || l->cut)
			break;
		for (long at = 0; at < n;) {
			const struct dirent64 *d = (const void *)(dents.bytes + at);
			struct slice name = {.data = (const uint8_t *)d->d_name, .len = strlen(d->d_name)};
			at += d->d_reclen;
			if (!wanted(want, pattern, d->d_type, name))
				continue;
			if (!add(d->d_type, name)) {
				l->cut = true;
				break;
			}
			l->n++;
		}
	}
	l->offsets = arena.len;
	arena.failed = false; /* what did not fit is told by `cut` */
	if (!buf_room(&arena, l->n * sizeof(uint32_t))) {
		arena.failed = false;
		arena.len = l->base;
		return ENOMEM;
	}
	arena.len += l->n * sizeof(uint32_t);
	uint32_t *o = (void *)(arena.data + l->offsets);
	uint32_t at = (uint32_t)l->base;
	for (uint32_t i = 0; i < l->n; i++) {
		o[i] = at;
		at += (4u + get_u16(arena.data + at + 2) + 1 + 3) & ~3u;
	}
	sort(want, o, l->n);
	return 0;
}

struct entry list_entry(const struct list *l, uint32_t i)
{
	const uint32_t *o = (const void *)(arena.data + l->offsets);
	return (struct entry){.type = arena.data[o[i]], .name = name_at(o[i])};
}

void list_free(const struct list *l)
{
	arena.len = l->base;
	if (!arena.len && arena.cap > ARENA_KEPT)
		buf_free(&arena);
}
