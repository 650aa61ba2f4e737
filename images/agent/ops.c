#define _GNU_SOURCE
#include "ops.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "list.h"
#include "memfile.h"

enum { CHUNK = 16384, OPEN_FLAGS = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK };

static int op_read(const struct op_target *t, struct buf *out, bool *cut)
{
	int fd = openat(t->dirfd, *t->name ? t->name : ".", OPEN_FLAGS);
	if (fd < 0)
		return errno;
	size_t got = 0, want = t->limit < t->room ? t->limit : t->room;
	int err = 0;
	/* Straight into the answer: a file costs four system calls and no copy. */
	while (got < want) {
		size_t n = want - got < CHUNK ? want - got : CHUNK;
		uint8_t *to = buf_room(out, n);
		if (!to) {
			*cut = true;
			break;
		}
		ssize_t r = read(fd, to, n);
		if (r < 0)
			err = got && errno == EAGAIN ? 0 : errno;
		if (r <= 0)
			break;
		got += (size_t)r;
		out->len += (size_t)r;
	}
	if (got == t->room)
		*cut = true;
	close(fd);
	return err;
}

static int op_read_memfile(const struct op_target *t, struct buf *out, bool *cut)
{
	const uint8_t *data;
	size_t len, want = t->limit < t->room ? t->limit : t->room;
	int err = memfile_read(t->dirfd, t->name, want, &data, &len);
	if (len == t->room)
		*cut = true;
	buf_add(out, data, len);
	return err;
}

static int op_readlink(const struct op_target *t, struct buf *out, bool *cut)
{
	uint8_t *to = buf_room(out, PATH_LIMIT);
	if (!to || t->room < PATH_LIMIT) {
		*cut = true;
		return 0;
	}
	ssize_t n = readlinkat(t->dirfd, t->name, (char *)to, PATH_LIMIT);
	if (n < 0)
		return errno;
	out->len += (size_t)n;
	return 0;
}

static int op_readdir(const struct op_target *t, struct buf *out, bool *cut)
{
	struct list l;
	size_t start = out->len;
	int fd = openat(t->dirfd, *t->name ? t->name : ".", OPEN_FLAGS | O_DIRECTORY);
	if (fd < 0)
		return errno;
	int err = list_read(fd, LIST_ALL, (struct slice){0}, &l);
	close(fd);
	if (err)
		return err;
	for (uint32_t i = 0; i < l.n; i++) {
		struct entry e = list_entry(&l, i);
		size_t len = out->len - start + 5 + e.name.len;
		if (len > t->limit)
			break;
		if (len > t->room || !buf_room(out, 5 + e.name.len)) {
			*cut = true;
			break;
		}
		buf_add(out, &e.type, 1);
		buf_lp(out, e.name.data, e.name.len);
	}
	*cut |= l.cut;
	list_free(&l);
	return 0;
}

static int op_stat(const struct op_target *t, struct buf *out, bool *cut, int flags)
{
	enum { SIZE = 60 };
	struct stat s;
	if (fstatat(t->dirfd, t->name, &s, flags | AT_EMPTY_PATH | AT_NO_AUTOMOUNT))
		return errno;
	uint8_t *p = t->room < SIZE ? NULL : buf_room(out, SIZE);
	if (!p) {
		*cut = true;
		return 0;
	}
	put_u32(p, (uint32_t)s.st_mode);
	put_u32(p + 4, (uint32_t)s.st_nlink);
	put_u32(p + 8, s.st_uid);
	put_u32(p + 12, s.st_gid);
	put_u64(p + 16, s.st_dev);
	put_u64(p + 24, s.st_ino);
	put_u64(p + 32, (uint64_t)s.st_size);
	put_u64(p + 40, s.st_rdev);
	put_u64(p + 48, (uint64_t)s.st_mtim.tv_sec);
	put_u32(p + 56, (uint32_t)s.st_mtim.tv_nsec);
	out->len += SIZE;
	return 0;
}

static int op_statfs(const struct op_target *t, struct buf *out, bool *cut)
{
	enum { SIZE = 56 };
	struct statfs s;
	int fd = *t->name ? openat(t->dirfd, t->name, O_PATH | O_CLOEXEC) : t->dirfd;
	if (fd < 0)
		return errno;
	int err = fstatfs(fd, &s) ? errno : 0;
	if (fd != t->dirfd)
		close(fd);
	if (err)
		return err;
	uint8_t *p = t->room < SIZE ? NULL : buf_room(out, SIZE);
	if (!p) {
		*cut = true;
		return 0;
	}
	put_u64(p, (uint32_t)s.f_type);
	put_u64(p + 8, (uint64_t)s.f_bsize);
	put_u64(p + 16, s.f_blocks);
	put_u64(p + 24, s.f_bfree);
	put_u64(p + 32, s.f_files);
	put_u64(p + 40, s.f_ffree);
	put_u64(p + 48, (uint64_t)s.f_flags);
	out->len += SIZE;
	return 0;
}

static int op_getxattr(const struct op_target *t, struct buf *out, bool *cut)
{
	/* There is no getxattrat yet, and opening a file only to ask would open devices. */
	if (fchdir(t->dirfd))
		return errno;
	int err = 0;
	const char *path = *t->name ? t->name : ".";
	ssize_t n = getxattr(path, t->extra, NULL, 0);
	uint8_t *p = NULL;
	if (n > 0 && ((size_t)n > t->room || !(p = buf_room(out, (size_t)n))))
		*cut = true;
	else if (n > 0)
		n = getxattr(path, t->extra, p, (size_t)n);
	if (n < 0)
		err = errno;
	else if (p)
		out->len += (size_t)n < t->limit ? (size_t)n : t->limit;
	if (chdir("/"))
		complain("chdir /", errno);
	return err;
}

int op_run(uint8_t op, const struct op_target *t, struct buf *out, bool *cut)
{
	switch (op) {
	case OP_READ:
		return memfile_is(t->name) ? op_read_memfile(t, out, cut) : op_read(t, out, cut);
	case OP_READLINK:
		return op_readlink(t, out, cut);
	case OP_READDIR:
		return op_readdir(t, out, cut);
	case OP_LSTAT:
		return op_stat(t, out, cut, AT_SYMLINK_NOFOLLOW);
	case OP_STAT:
		return op_stat(t, out, cut, 0);
	case OP_STATFS:
		return op_statfs(t, out, cut);
	case OP_GETXATTR:
		return op_getxattr(t, out, cut);
	default:
		return ENOSYS;
	}
}
