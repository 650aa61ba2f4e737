/* What is read in other namespaces, by netlink and by ptrace. */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/filter.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "drive.h"

pid_t holder(int flags)
{
	int up[2];
	char c;
	if (pipe(up))
		return -1;
	pid_t pid = fork();
	if (!pid) {
		close(port); /* the agent's end of file comes from the test alone */
		setsid();
		if (unshare(flags))
			_exit(1);
		if (flags & CLONE_NEWUTS)
			sethostname("inside", 6);
		/* unshare counts for children: the first is the namespace's own PID 1. */
		if (flags & CLONE_NEWPID && fork()) {
			wait(NULL);
			_exit(0);
		}
		if (write(up[1], "", 1) < 0)
			_exit(1);
		pause();
	}
	close(up[1]);
	if (read(up[0], &c, 1) != 1)
		printf("can't make namespaces\n");
	close(up[0]);
	if (flags & CLONE_NEWPID) {
		char path[60];
		snprintf(path, sizeof path, "/proc/%d/task/%d/children", pid, pid);
		FILE *f = fopen(path, "r");
		if (!f || fscanf(f, "%d", &pid) != 1)
			printf("can't find the namespace's first process\n");
		if (f)
			fclose(f);
	}
	return pid;
}

void test_inside(pid_t pid)
{
	char dir[40];
	snprintf(dir, sizeof dir, "/proc/%d", pid);
	batch_begin(0, 0, 1 << 20);
	for (int i = 0; i < 2; i++) {
		batch_dir(dir, 3);
		add_u8(&P, OP_READ_INSIDE);
		add_u32(&P, 0);
		add_lp(&P, "ns/uts\0/proc/sys/kernel/hostname", 32);
		add_u8(&P, OP_READ_INSIDE);
		add_u32(&P, 0);
		add_lp(&P, "ns/net\0/proc/thread-self/net/dev", 32);
		add_u8(&P, OP_READ_INSIDE);
		add_u32(&P, 0);
		add_lp(&P, "ns/mnt\0/proc/self/mounts", 24);
	}
	batch_ask();
	CHECK(batch.n == 6 && is(records[1].data, "inside\n"), "a hostname read in its namespace (%zu records)", batch.n);
	CHECK(records[2].data.data && memmem(records[2].data.data, records[2].data.len, "lo:", 3) && !memmem(records[2].data.data, records[2].data.len, "eth", 3), "its interfaces");
	CHECK(records[3].err == EINVAL && records[5].err == EINVAL, "not of that kind");
}

void test_netlink(pid_t pid)
{
	char path[40];
	const char *const where[] = {"", path};
	unsigned links[2] = {0, 0};
	snprintf(path, sizeof path, "/proc/%d/ns/net", pid);
	for (int i = 0; i < 2; i++) {
		struct ifinfomsg body = {0};
		P.len = 0;
		add_text(&P, where[i]);
		add_u16(&P, NETLINK_ROUTE);
		add_u16(&P, 2);
		add_u16(&P, RTM_GETLINK);
		add_u16(&P, NLM_F_DUMP);
		add_lp(&P, &body, sizeof body);
		body.ifi_index = 1;
		add_u16(&P, RTM_GETLINK);
		add_u16(&P, 0);
		add_lp(&P, &body, sizeof body);
		struct answer a = client_ask(REQUEST_NETLINK, &P);
		struct reader r = reader_of(a.data, a.len);
		struct slice dump = read_lp(&r), one = read_lp(&r);
		CHECK(a.type == MESSAGE_RESULT && !r.failed && !r.left, "two answers (error %d %d)", a.code, a.err);
		for (size_t at = 0; at + 16 <= dump.len; at += (get_u32(dump.data + at) + 3) & ~3u) {
			CHECK(get_u16(dump.data + at + 4) == RTM_NEWLINK, "only links in it");
			links[i]++;
		}
		CHECK(one.len > 32 && get_u16(one.data + 4) == RTM_NEWLINK && ((get_u32(one.data) + 3) & ~3u) == one.len, "one link without dump");
	}
	CHECK(links[1] >= 1 && links[0] > links[1], "other links in the other namespace (%u and %u)", links[0], links[1]);
	P.len = 0;
	add_text(&P, "/proc/self/nothing");
	add_u16(&P, 0);
	add_u16(&P, 0);
	struct answer a = client_ask(REQUEST_NETLINK, &P);
	CHECK(a.code == ERROR_SYSCALL && a.err == ENOENT, "no such namespace");
	P.len = 0;
	add_text(&P, "");
	add_u16(&P, NETLINK_ROUTE);
	add_u16(&P, 1);
	add_u16(&P, 9999);
	add_u16(&P, 0);
	add_lp(&P, "1234", 4);
	a = client_ask(REQUEST_NETLINK, &P);
	CHECK(a.type == MESSAGE_RESULT && a.len > 24 && get_u16(a.data + 8) == NLMSG_ERROR, "the kernel's refusal comes as it is");
}

static void filter(uint32_t tag)
{
	struct sock_filter f[] = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, tag, 0, 0), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
	struct sock_fprog p = {3, f};
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &p);
}

static char state_of(pid_t pid)
{
	char path[40], text[200] = "";
	snprintf(path, sizeof path, "/proc/%d/stat", pid);
	FILE *f = fopen(path, "r");
	if (f) {
		if (!fgets(text, sizeof text, f))
			text[0] = 0;
		fclose(f);
	}
	char *p = strrchr(text, ')');
	return p ? p[2] : 0;
}

static struct answer ask_seccomp(pid_t pid)
{
	P.len = 0;
	add_u32(&P, (uint32_t)pid);
	return client_ask(REQUEST_SECCOMP, &P);
}

void test_seccomp(void)
{
	pid_t pid = fork();
	if (!pid) {
		filter(111);
		filter(222);
		for (;;)
			pause();
	}
	usleep(50000);
	for (int i = 0; i < 3; i++) {
		struct answer a = ask_seccomp(pid);
		CHECK(a.type == MESSAGE_RESULT && a.len == 2 + 2 * 28u && get_u16(a.data) == 2, "two filters read back (%zu, error %d)", a.len, a.err);
		if (a.len == 58)
			CHECK(get_u32(a.data + 6 + 12) == 222 && get_u32(a.data + 34 + 12) == 111, "the newest first");
	}
	CHECK(state_of(pid) == 'S', "and it sleeps as before (%c)", state_of(pid));
	kill(pid, SIGSTOP);
	usleep(20000);
	struct answer a = ask_seccomp(pid);
	CHECK(a.type == MESSAGE_RESULT && get_u16(a.data) == 2, "of a stopped task");
	usleep(20000);
	CHECK(state_of(pid) == 'T', "which stays stopped (%c)", state_of(pid));
	kill(pid, SIGKILL);
	int status = 0;
	CHECK(waitpid(pid, &status, 0) == pid && WIFSIGNALED(status), "its parent has its exit status");
	a = ask_seccomp(pid);
	CHECK(a.code == ERROR_SYSCALL && a.err == ESRCH, "of nobody");
	a = ask_seccomp(getpid());
	CHECK(a.type == MESSAGE_RESULT && a.len == 2, "of a task without filters");
}
