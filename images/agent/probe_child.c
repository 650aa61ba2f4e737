#define _GNU_SOURCE
#include "probe_child.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "sys.h"

/* User last: root here is privileged over every other namespace, whoever owns it, and inside the target's it would not be.
 * The mount namespace changes root and cwd, so everything that is opened by path is opened before. */
static const struct {
	uint32_t flag;
	int type;
	const char *path;
} spaces[] = {
	{ENTER_CGROUP_NS, CLONE_NEWCGROUP, "ns/cgroup"},
	{ENTER_IPC, CLONE_NEWIPC, "ns/ipc"},
	{ENTER_UTS, CLONE_NEWUTS, "ns/uts"},
	{ENTER_NET, CLONE_NEWNET, "ns/net"},
	{ENTER_TIME, CLONE_NEWTIME, "ns/time"},
	{ENTER_PID, CLONE_NEWPID, "ns/pid"},
	{ENTER_MNT, CLONE_NEWNS, "ns/mnt"},
	{ENTER_USER, CLONE_NEWUSER, "ns/user"},
};
enum { SPACES = sizeof spaces / sizeof spaces[0] };

static int join_cgroup(int proc)
{
	char text[8192], path[PATH_LIMIT + 64];
	int fd = openat(proc, "cgroup", O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return errno;
	ssize_t n = read(fd, text, sizeof text - 1);
	close(fd);
	if (n < 0)
		return errno;
	text[n] = 0;
	for (char *line = text, *save = NULL; (line = strtok_r(line, "\n", &save)); line = NULL) {
		if (strncmp(line, "0::", 3) != 0)
			continue;
		snprintf(path, sizeof path, "/sys/fs/cgroup%s/cgroup.procs", line + 3);
		if (write_once(path, "0"))
			return 0;
		if (errno != EOPNOTSUPP)
			return errno;
		snprintf(path, sizeof path, "/sys/fs/cgroup%s/cgroup.threads", line + 3);
		return write_once(path, "0") ? 0 : errno;
	}
	return ENOENT;
}

static void enter(const struct probe_request *q, int note)
{
	char path[32];
	int fds[SPACES], root = -1, cwd = -1, err;
	snprintf(path, sizeof path, "/proc/%u", q->target);
	int proc = open_at_boot(path, O_PATH | O_DIRECTORY);
	if (proc < 0)
		child_fail(note, STAGE_SETNS, errno);
	for (size_t i = 0; i < SPACES; i++) {
		fds[i] = -1;
		if (q->enter & spaces[i].flag && (fds[i] = openat(proc, spaces[i].path, O_RDONLY | O_CLOEXEC)) < 0)
			child_fail(note, STAGE_SETNS, errno);
	}
	if (q->enter & ENTER_ROOT) {
		root = openat(proc, "root", O_PATH | O_DIRECTORY | O_CLOEXEC);
		cwd = openat(proc, "cwd", O_PATH | O_DIRECTORY | O_CLOEXEC);
		if (root < 0 || cwd < 0)
			child_fail(note, STAGE_ROOT, errno);
	}
	if (q->enter & ENTER_CGROUP && (err = join_cgroup(proc)))
		child_fail(note, STAGE_CGROUP, err);
	for (size_t i = 0; i < SPACES; i++) {
		if (spaces[i].flag == ENTER_USER && root >= 0 && (fchdir(root) || chroot(".") || fchdir(cwd)))
			child_fail(note, STAGE_ROOT, errno);
		if (fds[i] >= 0 && setns(fds[i], spaces[i].type))
			/* Entering one's own user namespace again is refused; there is nothing to do for it. */
			if (!(spaces[i].flag == ENTER_USER && errno == EINVAL))
				child_fail(note, STAGE_SETNS, errno);
	}
}

/* setns for pids counts for children only. This one is made a child of the agent at once (CLONE_PARENT), so that nobody
 * waits in between. It goes on when its pid was told, so that the agent never reaps one it doesn't know. */
static void fork_inside(int note)
{
	int go[2];
	char byte;
	if (pipe2(go, O_CLOEXEC))
		child_fail(note, STAGE_FORK, errno);
	long pid = syscall(SYS_clone, (unsigned long)(CLONE_PARENT | SIGCHLD), 0, 0, 0, 0);
	if (pid < 0)
		child_fail(note, STAGE_FORK, errno);
	if (pid > 0) {
		struct child_note n = {.kind = NOTE_PID, .value = (int32_t)pid};
		_exit(write(note, &n, sizeof n) == sizeof n ? 0 : 127);
	}
	close(go[1]);
	if (read(go[0], &byte, 1) != 0)
		_exit(127);
	close(go[0]);
}

void probe_child(const struct probe_request *q, const struct child_program *p, const char *cwd, struct probe_pipes pipes)
{
	int err;
	setsid();
	if (dup2(pipes.in, 0) < 0 || dup2(pipes.out, 1) < 0 || dup2(pipes.err, 2) < 0)
		child_fail(pipes.note, STAGE_FORK, errno);
	child_reset();
	if (q->enter)
		enter(q, pipes.note);
	if (q->enter & ENTER_PID)
		fork_inside(pipes.note);
	if (q->flags & PROBE_SET_IDS && (err = child_ids(q->uid, q->gid)))
		child_fail(pipes.note, STAGE_IDS, err);
	if (*cwd && chdir(cwd))
		child_fail(pipes.note, STAGE_ROOT, errno);
	if (q->flags & PROBE_NO_NEW_PRIVS && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
		child_fail(pipes.note, STAGE_IDS, errno);
	child_fail(pipes.note, STAGE_EXEC, child_exec(p));
}
