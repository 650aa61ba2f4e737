#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/close_range.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "sys.h"

enum { GROUPS_MAX = 64, DATABASE_MAX = 32 << 10 };

struct child_program *child_program(const struct strings *argv, const struct strings *env)
{
	static struct child_program p;
	size_t used = 0;
	if (!strings_copy(argv, p.argv, STRINGS_MAX + 1, p.room, sizeof p.room, &used) ||
	    !strings_copy(env, p.env, STRINGS_MAX + 1, p.room, sizeof p.room, &used))
		return NULL;
	return &p;
}

void child_reset(void)
{
	struct sigaction defaults = {.sa_handler = SIG_DFL};
	for (int s = 1; s < 65; s++)
		if (s != SIGKILL && s != SIGSTOP)
			sigaction(s, &defaults, NULL);
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	umask(022);
	setrlimit(RLIMIT_NOFILE, &(struct rlimit){1024, 4096});
	setrlimit(RLIMIT_CORE, &(struct rlimit){0, RLIM_INFINITY});
	write_once("/proc/self/oom_score_adj", "0");
	syscall(SYS_close_range, 3u, ~0u, CLOSE_RANGE_CLOEXEC);
}

/* glibc's own look-up wants shared libraries, even in a static program. */
static size_t slurp(const char *path, char *to)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	size_t len = 0;
	for (ssize_t n = 0; fd >= 0 && len < DATABASE_MAX - 1 && (n = read(fd, to + len, DATABASE_MAX - 1 - len)) > 0;)
		len += (size_t)n;
	if (fd >= 0)
		close(fd);
	to[len] = 0;
	return len;
}

/* Field `n` of a line of /etc/passwd or /etc/group, which must end before `end`. */
static char *field(char *line, char *end, int n)
{
	for (; n; n--) {
		line = memchr(line, ':', (size_t)(end - line));
		if (!line)
			return NULL;
		line++;
	}
	return line;
}

static bool in_list(const char *list, const char *end, const char *name, size_t len)
{
	while (list < end) {
		const char *comma = memchr(list, ',', (size_t)(end - list));
		const char *stop = comma ? comma : end;
		if ((size_t)(stop - list) == len && memcmp(list, name, len) == 0)
			return true;
		list = stop + 1;
	}
	return false;
}

static size_t groups_of(uint32_t uid, uint32_t gid, gid_t *groups)
{
	static char text[DATABASE_MAX];
	char name[256] = "";
	size_t name_len = 0, n = 0, len = slurp("/etc/passwd", text);
	groups[n++] = gid;
	for (char *line = text, *end; line < text + len && !name_len; line = end + 1) {
		end = strchrnul(line, '\n');
		char *colon = memchr(line, ':', (size_t)(end - line)), *id = field(line, end, 2);
		if (id && strtoul(id, NULL, 10) == uid && (size_t)(colon - line) < sizeof name) {
			name_len = (size_t)(colon - line);
			memcpy(name, line, name_len);
		}
	}
	if (!name_len)
		return n;
	len = slurp("/etc/group", text);
	for (char *line = text, *end; line < text + len && n < GROUPS_MAX; line = end + 1) {
		end = strchrnul(line, '\n');
		char *id = field(line, end, 2), *list = field(line, end, 3);
		gid_t g = id ? (gid_t)strtoul(id, NULL, 10) : gid;
		if (list && g != gid && in_list(list, end, name, name_len))
			groups[n++] = g;
	}
	return n;
}

int child_ids(uint32_t uid, uint32_t gid)
{
	gid_t groups[GROUPS_MAX];
	/* A user namespace may forbid setgroups; the ids still can be set there. */
	if (setgroups(groups_of(uid, gid, groups), groups) && errno != EPERM && errno != EINVAL)
		return errno;
	if (setresgid(gid, gid, gid) || setresuid(uid, uid, uid))
		return errno;
	return 0;
}

int child_exec(const struct child_program *p)
{
	const char *file = p->argv[0], *path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
	int err = ENOENT;
	if (strchr(file, '/')) {
		execve(file, p->argv, p->env);
		return errno;
	}
	for (char *const *e = p->env; *e; e++)
		if (strncmp(*e, "PATH=", 5) == 0)
			path = *e + 5;
	for (const char *end;; path = end + 1) {
		char full[PATH_LIMIT];
		end = strchrnul(path, ':');
		size_t dir = (size_t)(end - path), name = strlen(file);
		if (dir && name && dir + name + 2 <= sizeof full) {
			memcpy(full, path, dir);
			full[dir] = '/';
			memcpy(full + dir + 1, file, name + 1);
			execve(full, p->argv, p->env);
			if (errno != ENOENT && errno != ENOTDIR)
				err = errno;
		}
		if (!*end)
			return err;
	}
}

void child_fail(int note, enum child_stage stage, int err)
{
	struct child_note n = {.kind = NOTE_FAILED, .stage = (uint8_t)stage, .value = err};
	if (write(note, &n, sizeof n) < 0) {
		/* The agent sees the exit status then. */
	}
	_exit(127);
}
