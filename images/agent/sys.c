#define _GNU_SOURCE
#include "sys.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "request.h"

uint64_t now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

void complain(const char *what, int err)
{
	char line[256];
	int n = err ? snprintf(line, sizeof line, "agent: %s: %s\n", what, strerror(err)) : snprintf(line, sizeof line, "agent: %s\n", what);
	size_t len = n < 0 ? 0 : (size_t)n < sizeof line ? (size_t)n : sizeof line - 1;
	int fd = getpid() == 1 ? open("/dev/console", O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC) : dup(2);
	if (fd < 0)
		return;
	if (write(fd, line, len) < 0) {
		/* There is nobody left to tell. */
	}
	close(fd);
}

static struct {
	const char *path;
	int fd;
} roots[] = {{"/sys/fs/cgroup", -1}, {"/sys", -1}, {"/proc", -1}};

enum { ROOTS = sizeof roots / sizeof roots[0] };

void roots_open(void)
{
	for (size_t i = 0; i < ROOTS; i++)
		roots[i].fd = open(roots[i].path, O_PATH | O_DIRECTORY | O_CLOEXEC);
}

int roots_find(const char **path, size_t *len)
{
	for (size_t i = 0; i < ROOTS; i++) {
		size_t n = strlen(roots[i].path);
		if (roots[i].fd < 0 || *len < n || memcmp(*path, roots[i].path, n) != 0 || (*len > n && (*path)[n] != '/'))
			continue;
		while (n < *len && (*path)[n] == '/')
			n++;
		*path += n;
		*len -= n;
		return roots[i].fd;
	}
	return AT_FDCWD;
}

int open_at_boot(const char *path, int flags)
{
	int root = roots_of(&path);
	return openat(root, *path ? path : ".", flags | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
}

bool write_once(const char *path, const char *text)
{
	int fd = open_at_boot(path, O_WRONLY);
	if (fd < 0)
		return false;
	size_t len = strlen(text);
	bool ok = write(fd, text, len) == (ssize_t)len;
	int err = errno;
	close(fd);
	errno = err;
	return ok;
}

/* All buffers together: what a host can ask for must not be all the memory there is.
 * One is kept when it is free: a look several times a second doesn't fetch its memory anew, and has some when there is none left. */
enum { BUFFERS_MAX = 24 << 20, FIRST_SIZE = 8192, SPARE_MAX = 512 << 10 };
static size_t buffers_total;
static struct buf spare;

uint8_t *buf_room(struct buf *b, size_t n)
{
	if (b->failed)
		return NULL;
	if (n <= b->cap - b->len)
		return b->data + b->len;
	if (!b->data && spare.cap >= n) {
		*b = spare;
		spare = (struct buf){0};
		return b->data;
	}
	size_t cap = b->cap ? b->cap * 2 : FIRST_SIZE;
	while (cap - b->len < n)
		cap *= 2;
	if (cap - b->cap > BUFFERS_MAX - buffers_total) {
		b->failed = true;
		return NULL;
	}
	void *p = b->data ? mremap(b->data, b->cap, cap, MREMAP_MAYMOVE) : mmap(NULL, cap, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (p == MAP_FAILED) {
		b->failed = true;
		return NULL;
	}
	buffers_total += cap - b->cap;
	b->data = p;
	b->cap = cap;
	return b->data + b->len;
}

void buf_reserve(void)
{
	struct buf b = {0};
	buf_room(&b, SPARE_MAX);
	buf_free(&b);
}

void buf_free(struct buf *b)
{
	if (b->cap > spare.cap && b->cap <= SPARE_MAX) {
		struct buf t = spare;
		spare = (struct buf){.data = b->data, .cap = b->cap};
		*b = t;
	}
	if (b->data) {
		munmap(b->data, b->cap);
		buffers_total -= b->cap;
	}
	*b = (struct buf){0};
}

void buf_add(struct buf *b, const void *data, size_t n)
{
	uint8_t *to = buf_room(b, n);
	if (to && n) {
		memcpy(to, data, n);
		b->len += n;
	}
}

void buf_u16(struct buf *b, uint16_t v)
{
	uint8_t bytes[2];
	put_u16(bytes, v);
	buf_add(b, bytes, sizeof bytes);
}

void buf_u32(struct buf *b, uint32_t v)
{
	uint8_t bytes[4];
	put_u32(bytes, v);
	buf_add(b, bytes, sizeof bytes);
}

void buf_lp(struct buf *b, const void *data, size_t n)
{
	buf_u32(b, (uint32_t)n);
	buf_add(b, data, n);
}

const char *path_of(struct slice s)
{
	static char copies[2][PATH_LIMIT];
	static unsigned turn;
	char *copy = copies[turn++ % 2];
	size_t len = s.len < PATH_LIMIT ? s.len : PATH_LIMIT - 1;
	memcpy(copy, s.data, len);
	copy[len] = 0;
	return copy;
}
