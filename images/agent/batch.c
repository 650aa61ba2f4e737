#define _GNU_SOURCE
#include "batch.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/nsfs.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "glob.h"
#include "list.h"
#include "nshelper.h"
#include "ops.h"
#include "probe.h"

enum { HEAD = 9, FLAG_UNCHANGED = 1, FLAG_CUT = 2, DEADLINE_MS = 4000, SEEN_MAX = 512 };

static struct {
	struct buf *out;
	size_t limit;
	bool cut;
	uint64_t deadline;
	uint16_t group;
	struct batch_group g;
	int dir; /* the directory the leaves are taken in */
	char path[PATH_LIMIT]; /* its name, of path_len bytes */
	size_t path_len;
	struct {
		uint64_t dev, ino;
		uint32_t path;
	} seen[SEEN_MAX]; /* by OP_READ_INSIDE */
	size_t seen_n;
} b;

bool batch_hides(pid_t pid)
{
	static pid_t self; /* and its session */
	pid_t session = getsid(pid);
	if (!self)
		self = getpid();
	return session <= 0 || session == self || pid == self || probe_owns_session(session);
}

static size_t room(void)
{
	return b.limit > b.out->len ? b.limit - b.out->len : 0;
}

/* Once per namespace and path. The table is bounded; past it a namespace may be told twice, which is only longer. */
static bool seen_before(int nsfd, const char *path)
{
	struct stat s;
	if (fstat(nsfd, &s))
		return false;
	uint32_t hash = 2166136261u;
	for (const char *c = path; *c; c++)
		hash = (hash ^ (uint8_t)*c) * 16777619u;
	for (size_t i = 0; i < b.seen_n; i++)
		if (b.seen[i].ino == s.st_ino && b.seen[i].dev == s.st_dev && b.seen[i].path == hash)
			return true;
	if (b.seen_n < SEEN_MAX) {
		b.seen[b.seen_n].dev = s.st_dev;
		b.seen[b.seen_n].ino = s.st_ino;
		b.seen[b.seen_n++].path = hash;
	}
	return false;
}

static int read_inside(const struct op_target *t, bool *again)
{
	int fd = openat(t->dirfd, *t->name ? t->name : ".", O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	if (fd < 0)
		return errno;
	int type = ioctl(fd, NS_GET_NSTYPE), err = type < 0 ? EINVAL : 0;
	if (!err && type != CLONE_NEWNET && type != CLONE_NEWUTS && type != CLONE_NEWIPC)
		err = EINVAL;
	if (!err && seen_before(fd, t->extra)) {
		*again = true;
	} else if (!err) {
		const uint8_t *data;
		size_t len;
		err = nshelper_read(fd, type, t->extra, &data, &len);
		if (len > t->limit)
			len = t->limit;
		if (len > t->room)
			b.cut = true;
		else
			buf_add(b.out, data, len);
	}
	close(fd);
	return err;
}

static void leaf_record(uint16_t index, const struct batch_leaf *l, const char *name)
{
	char extra[PATH_LIMIT];
	memcpy(extra, l->extra.data, l->extra.len);
	extra[l->extra.len] = 0;
	size_t name_len = strlen(name), full = name_len + (l->extra.len ? 1 + l->extra.len : 0), start = b.out->len;
	size_t head = 7 + 4 + full + 4;
	uint8_t *p = room() <= head ? NULL : buf_room(b.out, head);
	if (!p) {
		b.cut = true;
		return;
	}
	p[0] = 2;
	put_u16(p + 1, index);
	put_u32(p + 7, (uint32_t)full);
	memcpy(p + 11, name, name_len);
	if (l->extra.len) {
		p[11 + name_len] = 0;
		memcpy(p + 12 + name_len, extra, l->extra.len);
	}
	b.out->len += head;
	struct op_target t = {.dirfd = b.dir, .name = name, .extra = extra, .limit = l->limit ? l->limit : SIZE_MAX, .room = room()};
	bool again = false;
	int err = l->op == OP_READ_INSIDE ? read_inside(&t, &again) : op_run(l->op, &t, b.out, &b.cut);
	if (b.cut || again || b.out->failed) {
		b.out->len = start;
		b.cut |= !again;
		return;
	}
	if (err)
		b.out->len = start + head;
	p = b.out->data + start; /* it may have moved */
	put_u32(p + 3, (uint32_t)err);
	put_u32(p + head - 4, (uint32_t)(b.out->len - start - head));
}

static int open_dir(int at, const char *name, int flags)
{
	return openat(at, name, O_DIRECTORY | O_CLOEXEC | flags);
}

/* Follows `rest` below b.dir; `name` of `len` bytes is what was found so far. */
static void leaf_walk(uint16_t index, const struct batch_leaf *l, struct slice rest, char *name, size_t len)
{
	struct slice next, c = glob_component(rest, &next);
	while (c.len && !glob_has_pattern(c)) {
		if (len + c.len + 2 > PATH_LIMIT)
			return;
		if (len)
			name[len++] = '/';
		memcpy(name + len, c.data, c.len);
		len += c.len;
		rest = next;
		c = glob_component(rest, &next);
	}
	name[len] = 0;
	if (!c.len) {
		leaf_record(index, l, name);
		return;
	}
	struct list list;
	int fd = open_dir(b.dir, len ? name : ".", O_RDONLY);
	if (fd < 0)
		return;
	int err = list_read(fd, LIST_MATCHING, c, &list);
	close(fd);
	if (err)
		return;
	b.cut |= list.cut;
	for (uint32_t i = 0; i < list.n && !b.cut; i++) {
		struct slice found = list_entry(&list, i).name;
		size_t at = len;
		if (len + found.len + 2 > PATH_LIMIT)
			continue;
		if (at)
			name[at++] = '/';
		memcpy(name + at, found.data, found.len);
		at += found.len;
		name[at] = 0;
		if (next.len)
			leaf_walk(index, l, next, name, at);
		else
			leaf_record(index, l, name);
	}
	list_free(&list);
}

static void dir_found(int fd)
{
	struct reader leaves = b.g.at;
	size_t len = b.path_len ? b.path_len : 1;
	if (room() < 7 + len || now_ms() > b.deadline) {
		b.cut = true;
		return;
	}
	b.dir = fd;
	buf_add(b.out, &(uint8_t){1}, 1);
	buf_u16(b.out, b.group);
	buf_lp(b.out, b.path_len ? b.path : "/", len);
	for (uint16_t i = 0; i < b.g.leaves && !b.cut; i++) {
		struct batch_leaf l = batch_leaf(&leaves);
		char name[PATH_LIMIT];
		leaf_walk(i, &l, l.name, name, 0);
	}
}

static bool path_push(struct slice name)
{
	if (b.path_len + 1 + name.len >= sizeof b.path)
		return false;
	b.path[b.path_len++] = '/';
	memcpy(b.path + b.path_len, name.data, name.len);
	b.path_len += name.len;
	b.path[b.path_len] = 0;
	return true;
}

static void dir_walk(int fd, struct slice rest, int depth, unsigned nested);

/* Opens each entry that the listing of fd has, and goes on below it. */
static void dir_each(int fd, enum list_want want, struct slice pattern, struct slice rest, int depth, unsigned nested)
{
	struct list l;
	int self = open_dir(fd, ".", O_RDONLY);
	if (self < 0)
		return;
	int err = list_read(self, want, pattern, &l);
	close(self);
	if (err)
		return;
	b.cut |= l.cut;
	for (uint32_t i = 0; i < l.n && !b.cut; i++) {
		struct slice name = list_entry(&l, i).name;
		size_t before = b.path_len;
		if (want == LIST_PIDS && batch_hides((pid_t)strtol((const char *)name.data, NULL, 10)))
			continue;
		int below = open_dir(fd, (const char *)name.data, O_PATH | (want == LIST_DIRS ? O_NOFOLLOW : 0));
		if (below < 0)
			continue;
		if (path_push(name))
			dir_walk(below, rest, depth, nested + 1);
		b.path_len = before;
		close(below);
	}
	list_free(&l);
}

static void dir_walk(int fd, struct slice rest, int depth, unsigned nested)
{
	struct slice next, c = glob_component(rest, &next);
	if (b.cut || nested > 64)
		return;
	if (!c.len) {
		dir_found(fd);
	} else if (glob_is(c, "**")) {
		dir_walk(fd, next, 0, nested + 1);
		if (depth < GLOB_DEPTH)
			dir_each(fd, LIST_DIRS, c, rest, depth + 1, nested);
	} else if (glob_is(c, "[pid]")) {
		dir_each(fd, LIST_PIDS, c, next, 0, nested);
	} else if (glob_has_pattern(c)) {
		dir_each(fd, LIST_MATCHING, c, next, 0, nested);
	} else {
		size_t before = b.path_len;
		if (path_push(c)) {
			int below = open_dir(fd, b.path + before + 1, O_PATH);
			if (below >= 0) {
				dir_walk(below, next, 0, nested + 1);
				close(below);
			}
		}
		b.path_len = before;
	}
}

/* Change detection, no more: two lanes of 32 bits, each a bijection of its state for every word. */
static uint64_t hash_of(const uint8_t *p, size_t len)
{
	uint32_t x = 0x9e3779b9u, y = (uint32_t)len, w = 0;
	size_t words = len / 4;
	for (size_t i = 0; i < words; i++, p += 4) {
		memcpy(&w, p, 4);
		x = (x ^ w) << 13 | (x ^ w) >> 19;
		x *= 0x85ebca6bu;
		y = (y + w) << 17 | (y + w) >> 15;
		y *= 0xc2b2ae35u;
	}
	w = 0;
	if (len % 4)
		memcpy(&w, p, len % 4);
	x = (x ^ w) * 0x85ebca6bu;
	y = (y + w) * 0xc2b2ae35u;
	return (uint64_t)(y ^ y >> 15) << 32 | (x ^ x >> 16);
}

void batch_run(const struct batch_request *q, struct buf *out)
{
	struct reader groups = reader_of(q->bytes.data, q->bytes.len);
	uint8_t head[HEAD] = {0};
	b.out = out;
	b.limit = q->limit > HEAD ? q->limit : HEAD;
	b.cut = false;
	b.deadline = now_ms() + DEADLINE_MS;
	b.seen_n = 0;
	buf_add(out, head, HEAD);
	for (b.group = 0; b.group < q->groups && !b.cut && !out->failed; b.group++) {
		b.g = batch_group(&groups);
		const char *path = (const char *)b.g.dir.data;
		size_t len = b.g.dir.len;
		int root = roots_find(&path, &len);
		struct slice rest = {.data = (const uint8_t *)path, .len = len};
		b.path_len = 0;
		if (root == AT_FDCWD) {
			int fd = open_dir(root, "/", O_PATH);
			if (fd < 0)
				continue;
			dir_walk(fd, rest, 0, 0);
			close(fd);
		} else {
			size_t prefix = b.g.dir.len - len;
			while (prefix && b.g.dir.data[prefix - 1] == '/')
				prefix--;
			memcpy(b.path, b.g.dir.data, prefix);
			b.path_len = prefix;
			b.path[prefix] = 0;
			dir_walk(root, rest, 0, 0);
		}
	}
	if (out->failed)
		return;
	uint64_t hash = hash_of(out->data + HEAD, out->len - HEAD);
	uint8_t flags = b.cut ? FLAG_CUT : 0;
	if (!b.cut && q->flags & BATCH_IF_CHANGED && hash == q->hash) {
		flags = FLAG_UNCHANGED;
		out->len = HEAD;
	}
	out->data[0] = flags;
	put_u64(out->data + 1, hash);
}
