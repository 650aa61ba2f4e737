#define _GNU_SOURCE
#include "seccomp.h"

#include <errno.h>
#include <linux/filter.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

enum { DEADLINE_MS = 200, FILTERS_MAX = 256, INSNS_MAX = 4096, LATE_MAX = 16 };

/* Tasks that did not stop in time: still seized, and let go when they do. */
static pid_t late[LATE_MAX];

static pid_t *late_slot(pid_t pid)
{
	for (size_t i = 0; i < LATE_MAX; i++)
		if (late[i] == pid)
			return &late[i];
	return NULL;
}

/* A stop for a signal must hand the signal on; all others are our own doing, and a group stop the kernel reinstates. */
void seccomp_release(pid_t pid, int status)
{
	long sig = status >> 16 == PTRACE_EVENT_STOP ? 0 : WSTOPSIG(status);
	pid_t *slot = late_slot(pid);
	if (slot)
		*slot = 0;
	ptrace(PTRACE_DETACH, pid, NULL, (void *)sig);
}

static int stop(pid_t pid, int *status)
{
	pid_t *slot = late_slot(pid);
	uint64_t deadline = now_ms() + DEADLINE_MS;
	if (!slot) {
		if (ptrace(PTRACE_SEIZE, pid, NULL, NULL) || (ptrace(PTRACE_INTERRUPT, pid, NULL, NULL) && errno != EIO))
			return errno;
	}
	for (;;) {
		pid_t got = waitpid(pid, status, WNOHANG | __WALL);
		if (got < 0)
			return errno == ECHILD ? ESRCH : errno;
		if (got == pid && WIFSTOPPED(*status))
			return 0;
		if (got == pid) {
			if (slot)
				*slot = 0;
			reaped(pid, *status);
			return ESRCH;
		}
		uint64_t now = now_ms();
		if (now >= deadline)
			break;
		wait_for_child((int)(deadline - now));
	}
	if (!slot && (slot = late_slot(0)))
		*slot = pid;
	return ETIMEDOUT;
}

static int get_filters(pid_t pid, struct buf *out)
{
	/* The kernel counts from the oldest; the newest is evaluated first and comes first here. */
	int n = 0;
	while (n < FILTERS_MAX && ptrace(PTRACE_SECCOMP_GET_FILTER, pid, (void *)(long)n, NULL) >= 0)
		n++;
	if (n < FILTERS_MAX && errno != ENOENT && errno != EINVAL)
		return errno;
	buf_u16(out, (uint16_t)n);
	while (n-- > 0) {
		uint8_t *to = buf_room(out, 4 + INSNS_MAX * sizeof(struct sock_filter));
		if (!to)
			return 0;
		static struct sock_filter insns[INSNS_MAX];
		long len = ptrace(PTRACE_SECCOMP_GET_FILTER, pid, (void *)(long)n, insns);
		if (len < 0)
			return errno;
		buf_lp(out, insns, (size_t)len * sizeof insns[0]);
	}
	return 0;
}

enum error_code seccomp_run(pid_t pid, struct buf *out, int *err, const char **text)
{
	int status;
	*text = "ptrace";
	*err = stop(pid, &status);
	if (*err == ETIMEDOUT)
		return ERROR_TIMEOUT;
	if (*err)
		return ERROR_SYSCALL;
	*err = get_filters(pid, out);
	seccomp_release(pid, status);
	return *err ? ERROR_SYSCALL : 0;
}
