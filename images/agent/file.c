#define _GNU_SOURCE
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/random.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "sys.h"

enum { NEW_MODE = 0644, OPEN_FLAGS = O_CLOEXEC | O_NOCTTY | O_NONBLOCK };

static int make_parents(int root, const char *path)
{
	char part[PATH_LIMIT];
	for (size_t i = 0; path[i]; i++) {
		part[i] = path[i];
		if (path[i] != '/' || i == 0)
			continue;
		part[i] = 0;
		if (mkdirat(root, part, 0755) && errno != EEXIST)
			return errno;
		part[i] = '/';
	}
	return 0;
}

static int write_all(int fd, struct slice s, uint64_t offset, bool in_place)
{
	while (s.len) {
		ssize_t n = in_place ? pwrite(fd, s.data, s.len, (off_t)offset) : write(fd, s.data, s.len);
		if (n < 0)
			return errno;
		s.data += n;
		s.len -= (size_t)n;
		offset += (uint64_t)n;
	}
	return 0;
}

static int finish(int fd, const struct write_request *q, uint32_t flags, uint64_t *size)
{
	struct stat s;
	/* chown takes set-id bits away, so the mode comes after it. */
	if (flags & WRITE_OWNER && fchown(fd, q->uid, q->gid))
		return errno;
	if (flags & WRITE_MODE && fchmod(fd, (mode_t)q->mode))
		return errno;
	if (fstat(fd, &s))
		return errno;
	*size = (uint64_t)s.st_size;
	return 0;
}

/* A link stays a link: what it points to is replaced. */
static const char *follow(int root, const char *path, char *real)
{
	char self[32];
	int fd = openat(root, path, O_PATH | O_CLOEXEC);
	if (fd < 0)
		return path;
	snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
	const char *link = self;
	int proc = roots_of(&link);
	ssize_t n = readlinkat(proc, link, real, PATH_LIMIT - 1);
	close(fd);
	if (n <= 0 || real[0] != '/')
		return path;
	real[n] = 0;
	return real;
}

static int write_atomically(int root, const char *path, const struct write_request *q, uint64_t *size)
{
	static unsigned counter;
	char temporary[PATH_LIMIT + 32], real[PATH_LIMIT];
	struct stat old;
	struct write_request with = *q;
	uint32_t flags = q->flags | WRITE_OWNER | WRITE_MODE;
	path = follow(root, path, real);
	bool exists = fstatat(root, path, &old, 0) == 0;
	if (exists && !S_ISREG(old.st_mode))
		return EINVAL;
	if (!(q->flags & WRITE_OWNER)) {
		with.uid = exists ? old.st_uid : 0;
		with.gid = exists ? old.st_gid : 0;
	}
	if (!(q->flags & WRITE_MODE))
		with.mode = exists ? old.st_mode & 07777u : NEW_MODE;
	const char *slash = strrchr(path, '/');
	int dir = slash ? (int)(slash - path) + 1 : 0;
	snprintf(temporary, sizeof temporary, "%.*s.nslab-%u", dir, path, ++counter);
	int fd = openat(root, temporary, OPEN_FLAGS | O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
	if (fd < 0)
		return errno;
	int err = write_all(fd, q->bytes, 0, false);
	if (!err)
		err = finish(fd, &with, flags, size);
	close(fd);
	if (!err && renameat(root, temporary, root, path))
		err = errno;
	if (err)
		unlinkat(root, temporary, 0);
	return err;
}

int file_write(const struct write_request *q, uint64_t *size)
{
	const char *path = path_of(q->path);
	int root = roots_of(&path), err = 0;
	if (q->flags & WRITE_PARENTS && (err = make_parents(root, path)))
		return err;
	if (q->flags & WRITE_ATOMIC)
		return write_atomically(root, path, q, size);
	int flags = OPEN_FLAGS | O_WRONLY | O_CREAT | (q->flags & WRITE_TRUNCATE ? O_TRUNC : 0) | (q->flags & WRITE_APPEND ? O_APPEND : 0);
	int fd = openat(root, path, flags, NEW_MODE);
	if (fd < 0)
		return errno;
	/* What can't be sought in is written from offset 0. */
	err = write_all(fd, q->bytes, q->offset, q->offset != 0 && !(q->flags & WRITE_APPEND));
	if (!err)
		err = finish(fd, q, q->flags, size);
	close(fd);
	return err;
}

int clock_write(int64_t seconds, uint32_t nanoseconds)
{
	struct timespec t = {.tv_sec = (time_t)seconds, .tv_nsec = (long)nanoseconds};
	return clock_settime(CLOCK_REALTIME, &t) ? errno : 0;
}

int entropy_add(struct slice bytes)
{
	union {
		struct rand_pool_info info;
		uint8_t room[sizeof(struct rand_pool_info) + 256];
	} pool = {.info = {.entropy_count = (int)bytes.len * 8, .buf_size = (int)bytes.len}};
	memcpy(pool.room + sizeof pool.info, bytes.data, bytes.len);
	int fd = open("/dev/urandom", O_RDONLY | OPEN_FLAGS), err = 0;
	if (fd < 0)
		return errno;
	if (ioctl(fd, RNDADDENTROPY, &pool) || ioctl(fd, RNDRESEEDCRNG))
		err = errno;
	close(fd);
	return err;
}
