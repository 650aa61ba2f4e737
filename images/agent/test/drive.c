/* Drives the real agent over a socket: drive AGENT. As root, for namespaces and filters. Each test reads like what it claims. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "client.h"

static int failures, checks;
static struct payload P;
static char tree[64];
static int port;

#define CHECK(x, ...)                                          \
	do {                                                   \
		checks++;                                      \
		if (!(x)) {                                    \
			failures++;                            \
			printf("%s:%d: ", __FILE__, __LINE__); \
			printf(__VA_ARGS__);                   \
			putchar('\n');                         \
		}                                              \
	} while (0)

static const char *const ENV[] = {"PATH=/usr/sbin:/usr/bin:/sbin:/bin", "TERM=xterm", NULL};

/* ---- batch ---- */

static size_t groups_at;

static void batch_begin(unsigned flags, uint64_t hash, uint32_t limit)
{
	P.len = 0;
	add_u8(&P, flags);
	add_u64(&P, hash);
	add_u32(&P, limit);
	groups_at = P.len;
	add_u16(&P, 0);
}

static void batch_dir(const char *dir, unsigned leaves)
{
	put_u16(P.data + groups_at, (uint16_t)(get_u16(P.data + groups_at) + 1));
	add_text(&P, dir);
	add_u16(&P, leaves);
}

static void batch_op(unsigned op, uint32_t limit, const char *leaf)
{
	add_u8(&P, op);
	add_u32(&P, limit);
	add_text(&P, leaf);
}

struct record {
	int dir, op, err; /* op -1: a directory */
	struct slice leaf, data;
};

static struct record records[4000];
static struct {
	size_t n;
	unsigned flags;
	uint64_t hash;
	bool good;
} batch;

static void batch_ask(void)
{
	struct answer a = client_ask(REQUEST_BATCH, &P);
	struct reader r = reader_of(a.data, a.len);
	batch.n = 0;
	batch.good = a.type == MESSAGE_RESULT;
	batch.flags = read_u8(&r);
	batch.hash = read_u64(&r);
	while (r.left && !r.failed && batch.n < 4000) {
		struct record *x = &records[batch.n++];
		if (read_u8(&r) == 1) {
			x->op = -1;
			x->dir = read_u16(&r);
			x->leaf = read_lp(&r);
		} else {
			x->op = read_u16(&r);
			x->err = (int)read_u32(&r);
			x->leaf = read_lp(&r);
			x->data = read_lp(&r);
		}
	}
	batch.good &= !r.failed;
}

static bool is(struct slice s, const char *text)
{
	return s.len == strlen(text) && !memcmp(s.data, text, s.len);
}

static struct record *find(int op, const char *leaf)
{
	for (size_t i = 0; i < batch.n; i++)
		if (records[i].op == op && is(records[i].leaf, leaf))
			return &records[i];
	return NULL;
}

static void make(const char *name, const char *text)
{
	char path[200];
	snprintf(path, sizeof path, "%s/%s", tree, name);
	if (!text) {
		mkdir(path, 0755);
		return;
	}
	FILE *f = fopen(path, "w");
	fputs(text, f);
	fclose(f);
}

static void test_batch(void)
{
	char dir[200];
	static const char *const dirs[] = {"a", "a/x", "b", "b/y", "b/y/z", "c.d"};
	static const char *const files[] = {"a/f1", "a/f2", "b/f1", "b/y/g", "c.d/f1"};
	for (size_t i = 0; i < 6; i++)
		make(dirs[i], NULL);
	for (size_t i = 0; i < 5; i++)
		make(files[i], files[i]);
	snprintf(dir, sizeof dir, "%s/a/link", tree);
	symlink("../b", dir);

	snprintf(dir, sizeof dir, "%s/*", tree);
	batch_begin(0, 0, 1 << 20);
	batch_dir(dir, 4);
	batch_op(OP_READ, 0, "f1");
	batch_op(OP_READ, 3, "f*");
	batch_op(OP_READLINK, 0, "link");
	batch_op(OP_READDIR, 0, "");
	batch_ask();
	CHECK(batch.good && batch.flags == 0, "a batch over a tree");
	CHECK(records[0].op == -1 && records[0].leaf.len > 2 && records[0].leaf.data[records[0].leaf.len - 1] == 'a', "directories are sorted");
	CHECK(find(0, "f1") && is(find(0, "f1")->data, "a/f1"), "a literal leaf");
	CHECK(find(1, "f2") && is(find(1, "f2")->data, "a/f"), "a pattern's leaf, cut at its limit");
	CHECK(find(2, "link") && is(find(2, "link")->data, "../b"), "a link");
	size_t literal = 0, dirs_seen = 0;
	for (size_t i = 0; i < batch.n; i++) {
		literal += records[i].op == 0;
		dirs_seen += records[i].op == -1;
	}
	CHECK(dirs_seen == 3 && literal == 3, "a literal leaf gives a record in each of 3 directories (%zu, %zu)", dirs_seen, literal);
	struct record *list = find(3, "");
	CHECK(list && list->data.len == 4 * 5 + 4 + 1 + 2 + 2 && get_u32(list->data.data + 1) == 2, "a directory's entries");
	uint64_t hash = batch.hash;

	put_u64(P.data + 1, hash);
	P.data[0] = BATCH_IF_CHANGED;
	batch_ask();
	CHECK(batch.good && batch.flags == 1 && batch.n == 0 && batch.hash == hash, "nothing changed");
	make("a/f1", "a/f0");
	batch_ask();
	CHECK(batch.good && batch.flags == 0 && batch.n && batch.hash != hash, "one byte changed");

	snprintf(dir, sizeof dir, "%s/**", tree);
	batch_begin(0, 0, 1 << 20);
	batch_dir(dir, 1);
	batch_op(OP_LSTAT, 0, "");
	batch_ask();
	dirs_seen = 0;
	for (size_t i = 0; i < batch.n; i++)
		dirs_seen += records[i].op == -1;
	CHECK(dirs_seen == 7 && batch.n == 14, "** is this directory and all below, links not followed (%zu)", dirs_seen);
	CHECK(records[1].data.len == 60 && S_ISDIR(get_u32(records[1].data.data)), "stat of a directory itself");

	batch_begin(0, 0, 80);
	batch_dir(dir, 1);
	batch_op(OP_LSTAT, 0, "");
	batch_ask();
	CHECK(batch.good && batch.flags == 2 && batch.n <= 2, "cut off at its limit");

	char self[40];
	pid_t child = fork();
	if (!child) {
		setsid();
		pause();
	}
	usleep(20000);
	batch_begin(0, 0, 8 << 20);
	batch_dir("/proc/[pid]", 3);
	batch_op(OP_READ, 0, "stat");
	batch_op(OP_READLINK, 0, "ns/*");
	batch_op(OP_STAT, 0, "ns/net");
	snprintf(self, sizeof self, "/proc/%d", child);
	batch_ask();
	bool seen = false, one = false;
	for (size_t i = 0; i < batch.n; i++) {
		seen |= records[i].op == -1 && is(records[i].leaf, self);
		one |= records[i].op == -1 && is(records[i].leaf, "/proc/2");
	}
	CHECK(batch.good && seen, "[pid] finds a process");
	CHECK(!one, "[pid] leaves kernel threads out");
	CHECK(find(1, "ns/net") && find(2, "ns/net"), "namespaces of a process");
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);

	batch_begin(0, 0, 1 << 20);
	batch_dir("/proc/self", 3);
	batch_op(OP_READ, 0, "no-such");
	batch_op(OP_READLINK, 0, "no-such-*");
	batch_op(OP_STATFS, 0, "");
	batch_dir("/no/such/dir", 1);
	batch_op(OP_READ, 0, "x");
	batch_dir("/", 1);
	batch_op(OP_STAT, 0, "");
	batch_ask();
	CHECK(batch.n == 5 && records[1].err == ENOENT && records[2].op == 2 && get_u64(records[2].data.data) == 0x9fa0, "what is not there");
	CHECK(is(records[3].leaf, "/"), "the root directory");

	/* 2 MiB in fragments. */
	char *big = malloc(2 << 20);
	memset(big, 'x', 2 << 20);
	snprintf(dir, sizeof dir, "%s/big", tree);
	int fd = open(dir, O_CREAT | O_WRONLY, 0644);
	CHECK(write(fd, big, 2 << 20) == 2 << 20, "big file");
	close(fd);
	free(big);
	batch_begin(0, 0, 8 << 20);
	batch_dir(tree, 1);
	batch_op(OP_READ, 0, "big");
	batch_ask();
	CHECK(batch.good && find(0, "big") && find(0, "big")->data.len == 2 << 20, "2 MiB come in fragments");
	unlink(dir);
}

static pid_t holder(int flags)
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

static void test_inside(pid_t pid)
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

/* ---- netlink ---- */

static void test_netlink(pid_t pid)
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

/* ---- seccomp ---- */

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

static void test_seccomp(void)
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

/* ---- probes ---- */

struct probed {
	int how, value, stage, cut;
	struct slice out, err;
	bool good;
};

static void probe_payload(uint32_t target, uint32_t enter, uint32_t flags, uint32_t ids, uint32_t timeout, uint32_t limit, const char *const *argv, const char *input)
{
	P.len = 0;
	const uint32_t head[] = {target, enter, flags, ids, ids, timeout, limit};
	for (size_t i = 0; i < 7; i++)
		add_u32(&P, head[i]);
	add_text(&P, "");
	add_strings(&P, argv);
	add_strings(&P, ENV);
	add_text(&P, input);
}

static struct probed probed(struct answer a)
{
	struct reader r = reader_of(a.data, a.len);
	struct probed p = {.how = read_u8(&r), .value = (int)read_u32(&r), .stage = read_u8(&r), .cut = read_u8(&r)};
	p.out = read_lp(&r);
	p.err = read_lp(&r);
	p.good = a.type == MESSAGE_RESULT && !r.failed && !r.left;
	return p;
}

static struct probed sh(uint32_t target, uint32_t enter, uint32_t flags, uint32_t ids, uint32_t timeout, uint32_t limit, const char *script, const char *input)
{
	const char *const argv[] = {"sh", "-c", script, NULL};
	probe_payload(target, enter, flags, ids, timeout, limit, argv, input);
	return probed(client_ask(REQUEST_PROBE, &P));
}

static void test_probe(pid_t held)
{
	struct probed p = sh(0, 0, 0, 0, 5000, 1000, "cat; echo oops >&2; exit 7", "hello");
	CHECK(p.good && p.how == 0 && p.value == 7 && is(p.out, "hello") && is(p.err, "oops\n") && !p.cut, "a program's status, output and input");
	p = sh(0, 0, 0, 0, 5000, 1000, "kill -TERM $$", "");
	CHECK(p.good && p.how == 1 && p.value == SIGTERM, "a signal");
	const char *const missing[] = {"/no/such/program", NULL};
	probe_payload(0, 0, 0, 0, 1000, 100, missing, "");
	p = probed(client_ask(REQUEST_PROBE, &P));
	CHECK(p.good && p.how == 3 && p.value == ENOENT && p.stage == 6, "a program that is not there (%d %d %d)", p.how, p.value, p.stage);
	p = sh(0, 0, 0, 0, 5000, 10, "head -c 100000 /dev/zero | tr '\\0' a; echo b >&2", "");
	CHECK(p.good && p.how == 0 && p.cut == 1 && is(p.out, "aaaaaaaaaa") && is(p.err, "b\n"), "output cut off");
	p = sh(0, 0, 3, 1234, 5000, 1000, "id -u; id -G; grep NoNewPrivs /proc/self/status", "");
	CHECK(p.good && is(p.out, "1234\n1234\nNoNewPrivs:\t1\n"), "ids and no_new_privs: %.*s", (int)p.out.len, p.out.data);
	p = sh(0, 0, 0, 0, 300, 1000, "sleep 1000 & echo $!; sleep 1000", "");
	CHECK(p.good && p.how == 2, "a timeout (%d)", p.how);
	pid_t sleeper = (pid_t)atoi((const char *)p.out.data);
	usleep(50000);
	CHECK(sleeper > 1 && kill(sleeper, 0) == -1, "kills its whole session");
	p = sh(0, 0, 0, 0, 5000, 1000, "sleep 1000 & echo $!", "");
	sleeper = (pid_t)atoi((const char *)p.out.data);
	usleep(50000);
	CHECK(p.good && p.how == 0 && sleeper > 1 && kill(sleeper, 0) == -1, "what a probe leaves behind is killed");

	p = sh((uint32_t)held, ENTER_UTS | ENTER_NET | ENTER_IPC | ENTER_PID | ENTER_MNT | ENTER_ROOT | ENTER_CGROUP_NS, 0, 0, 5000, 1000, "hostname; echo $$; ls /sys/class/net | wc -l", "");
	CHECK(p.good && p.how == 0 && p.out.len > 9 && !memcmp(p.out.data, "inside\n", 7), "in namespaces of another (%d %d stage %d): %.*s%.*s", p.how, p.value, p.stage, (int)p.out.len, p.out.data, (int)p.err.len, p.err.data);
	CHECK(p.out.len > 9 && atoi((const char *)p.out.data + 7) < 100, "with a pid of its pid namespace");
	p = sh((uint32_t)held, ENTER_PID, 0, 0, 300, 1000, "sleep 1000 & sleep 1000", "");
	CHECK(p.good && p.how == 2, "a timeout in a pid namespace");
	pid_t user = holder(CLONE_NEWUSER | CLONE_NEWUTS);
	p = sh((uint32_t)user, ENTER_USER | ENTER_UTS, 0, 0, 5000, 1000, "hostname; cat /proc/self/uid_map | wc -l; id -u; grep CapEff /proc/self/status", "");
	CHECK(p.good && p.how == 0 && p.out.len > 20 && !memcmp(p.out.data, "inside\n0\n65534\n", 15), "in a user namespace: %.*s%.*s", (int)p.out.len, p.out.data, (int)p.err.len, p.err.data);
	kill(user, SIGKILL);
	waitpid(user, NULL, 0);
	p = sh(0x7ffffff0, ENTER_UTS, 0, 0, 5000, 1000, "true", "");
	CHECK(p.good && p.how == 3 && p.stage == 2 && p.value == ENOENT, "of nobody");

	uint32_t ids[17];
	const char *const sleep[] = {"sleep", "0.3", NULL};
	for (int i = 0; i < 17; i++) {
		probe_payload(0, 0, 0, 0, 5000, 100, sleep, "");
		ids[i] = client_send(REQUEST_PROBE, &P);
	}
	CHECK(!ids[16] && client.ack == ACK_BUSY, "the 17th at once is refused");
	for (int i = 0; i < 16; i++) {
		p = probed(client_wait(ids[i], 5000));
		CHECK(p.good && p.how == 0, "the others go on beside each other");
	}
	batch_begin(0, 0, 8 << 20);
	probe_payload(0, 0, 0, 0, 1000, 100, (const char *const[]){"sleep", "0.5", NULL}, "");
	uint32_t id = client_send(REQUEST_PROBE, &P);
	usleep(100000);
	batch_begin(0, 0, 8 << 20);
	batch_dir("/proc/[pid]", 1);
	batch_op(OP_READ, 0, "comm");
	batch_ask();
	bool seen = false;
	for (size_t i = 0; i < batch.n; i++)
		seen |= records[i].op == 0 && is(records[i].data, "sleep\n");
	CHECK(!seen, "[pid] leaves a probe out");
	client_wait(id, 5000);
}

/* ---- terminals ---- */

static uint32_t terminal_open(const char *const *argv, struct answer *a)
{
	P.len = 0;
	add_u16(&P, 80);
	add_u16(&P, 24);
	add_u32(&P, 0);
	add_u32(&P, 0);
	add_text(&P, "/");
	add_strings(&P, argv);
	add_strings(&P, ENV);
	*a = client_ask(REQUEST_PTY_OPEN, &P);
	return a->type == MESSAGE_RESULT ? get_u32(a->data) : 0;
}

static struct answer terminal_ask(uint8_t type, uint32_t t, const void *data, size_t n)
{
	P.len = 0;
	add_u32(&P, t);
	memcpy(P.data + P.len, data, n);
	P.len += n;
	return client_ask(type, &P);
}

static struct answer terminal_type(uint32_t t, const char *text)
{
	terminals[t].len = 0;
	if (terminals[t].text)
		terminals[t].text[0] = 0;
	return terminal_ask(REQUEST_PTY_WRITE, t, text, strlen(text));
}

static bool terminal_exits(uint32_t t)
{
	for (int i = 0; i < 100 && !terminals[t].exited; i++)
		client_pump(50);
	return terminals[t].exited == 1;
}

static void test_terminals(void)
{
	struct answer a;
	const char *const shell[] = {"sh", NULL};
	uint32_t t = terminal_open(shell, &a);
	CHECK(t, "a shell (error %d %d)", a.code, a.err);
	terminal_type(t, "echo is$((20+22))it; stty size; tty\r");
	CHECK(client_until(t, "is42it", 5000) && client_until(t, "24 80", 5000) && client_until(t, "/dev/pts/", 5000), "echo, size, name: %s", terminals[t].text);
	uint8_t size[4];
	put_u16(size, 133);
	put_u16(size + 2, 44);
	terminal_ask(REQUEST_PTY_RESIZE, t, size, 4);
	terminal_type(t, "stty size\r");
	CHECK(client_until(t, "44 133", 5000), "a new size: %s", terminals[t].text);
	terminal_type(t, "sleep 1000; echo after=$?\r");
	usleep(300000);
	uint8_t sig[4];
	put_u32(sig, SIGQUIT);
	terminal_ask(REQUEST_PTY_SIGNAL, t, sig, 4);
	CHECK(client_until(t, "after=131", 5000), "a signal to the foreground: %s", terminals[t].text);

	/* Flow: the window holds 65,536 bytes and not one more. */
	client.auto_credit = false;
	terminal_type(t, "head -c 300000 /dev/zero | tr '\\0' z; echo DONE\r");
	while (client_pump(700))
		;
	size_t got = terminals[t].uncredited;
	CHECK(got == 65536, "output stops at the window (%zu)", got);
	batch_begin(0, 0, 1000);
	batch_ask();
	CHECK(batch.good, "and requests are served");
	client.auto_credit = true;
	CHECK(client_until(t, "zDONE", 10000), "and goes on with credit");
	CHECK(terminals[t].len >= 300000 && terminals[t].len < 300200, "all of it came (%zu)", terminals[t].len);

	static char big[50001];
	memset(big, 'q', 50000);
	terminal_type(t, "stty raw -echo; sleep 1000\r");
	usleep(300000);
	a = terminal_type(t, big);
	CHECK(a.type == MESSAGE_RESULT, "input waits");
	a = terminal_type(t, big);
	CHECK(a.code == ERROR_LIMIT, "but no more than 65,536 bytes");

	a = client_hello();
	CHECK(a.len > 20 && get_u16(a.data + a.len - 14) == 1 && get_u32(a.data + a.len - 12) == t && get_u16(a.data + a.len - 4) == 133, "HELLO_OK lists the terminal");
	a = terminal_ask(REQUEST_PTY_CLOSE, t, "", 0);
	CHECK(a.type == MESSAGE_RESULT, "closed");
	a = terminal_type(t, "x");
	CHECK(a.code == ERROR_NOT_FOUND, "and gone");

	t = terminal_open((const char *const[]){"sh", "-c", "seq 1 20000; exit 9", NULL}, &a);
	client_until(t, "\n20000\r\n", 5000);
	CHECK(terminal_exits(t) && WEXITSTATUS(terminals[t].status) == 9, "its exit");
	CHECK(terminals[t].len > 100 && !strcmp(terminals[t].text + terminals[t].len - 8, "\n20000\r\n") , "after all its output");
	t = terminal_open((const char *const[]){"sh", "-c", "sleep 30 & kill -9 $$", NULL}, &a);
	CHECK(terminal_exits(t) && WTERMSIG(terminals[t].status) == SIGKILL, "killed, with another holding the terminal");
	CHECK(!terminal_open((const char *const[]){"/no/such", NULL}, &a) && a.code == ERROR_SYSCALL && a.err == ENOENT, "a program that is not there");
	uint32_t all[16];
	for (int i = 0; i < 16; i++)
		all[i] = terminal_open(shell, &a);
	CHECK(all[15] && !terminal_open(shell, &a) && a.code == ERROR_LIMIT, "sixteen and no more");
	for (int i = 0; i < 16; i++)
		terminal_ask(REQUEST_PTY_CLOSE, all[i], "", 0);
}

/* ---- the rest ---- */

static struct answer write_file(uint32_t flags, uint32_t mode, uint64_t offset, const char *name, const char *text)
{
	char path[200];
	snprintf(path, sizeof path, "%s%s", *name == '/' ? "" : tree, *name == '/' ? name : "");
	if (*name != '/')
		snprintf(path, sizeof path, "%s/%s", tree, name);
	P.len = 0;
	add_u32(&P, flags);
	add_u32(&P, mode);
	add_u32(&P, 0);
	add_u32(&P, 0);
	add_u64(&P, offset);
	add_text(&P, path);
	memcpy(P.data + P.len, text, strlen(text));
	P.len += strlen(text);
	return client_ask(REQUEST_WRITE_FILE, &P);
}

static bool holds(const char *name, const char *text, mode_t mode)
{
	char path[200], got[200];
	struct stat s;
	snprintf(path, sizeof path, "%s/%s", tree, name);
	FILE *f = fopen(path, "r");
	size_t n = f ? fread(got, 1, sizeof got - 1, f) : 0;
	if (!f || fstat(fileno(f), &s))
		return false;
	fclose(f);
	got[n] = 0;
	return !strcmp(got, text) && (s.st_mode & 07777) == mode;
}

static void test_files(void)
{
	struct answer a = write_file(WRITE_PARENTS | WRITE_MODE, 0640, 0, "new/dir/file", "hello");
	CHECK(a.type == MESSAGE_RESULT && get_u64(a.data) == 5 && holds("new/dir/file", "hello", 0640), "a file with its directories");
	a = write_file(0, 0, 5, "new/dir/file", " world");
	CHECK(get_u64(a.data) == 11 && holds("new/dir/file", "hello world", 0640), "in pieces");
	write_file(WRITE_APPEND, 0, 0, "new/dir/file", "!");
	CHECK(holds("new/dir/file", "hello world!", 0640), "appended");
	a = write_file(WRITE_ATOMIC, 0, 0, "new/dir/file", "short");
	CHECK(a.type == MESSAGE_RESULT && holds("new/dir/file", "short", 0640), "atomically, the mode kept");
	char path[200];
	snprintf(path, sizeof path, "%s/link", tree);
	symlink("new/dir/file", path);
	struct stat s;
	a = write_file(WRITE_ATOMIC | WRITE_MODE, 04755, 0, "link", "through");
	CHECK(holds("new/dir/file", "through", 04755) && lstat(path, &s) == 0 && S_ISLNK(s.st_mode), "through a link, which stays one");
	a = write_file(WRITE_TRUNCATE, 0, 0, "new/dir/file", "");
	CHECK(get_u64(a.data) == 0 && holds("new/dir/file", "", 04755), "emptied");
	a = write_file(0, 0, 0, "no/such/dir", "x");
	CHECK(a.code == ERROR_SYSCALL && a.err == ENOENT, "not without its directory");
	snprintf(path, sizeof path, "%s/fifo", tree);
	mkfifo(path, 0600);
	a = write_file(0, 0, 0, "fifo", "x");
	CHECK(a.code == ERROR_SYSCALL && a.err == ENXIO, "a pipe nobody reads blocks nothing");
	batch_begin(0, 0, 1000);
	batch_dir(tree, 1);
	batch_op(OP_READ, 0, "fifo");
	batch_ask();
	CHECK(batch.good, "nor does reading it");
	P.len = 0;
	add_text(&P, "0123456789");
	a = client_ask(REQUEST_ENTROPY, &P);
	CHECK(a.type == MESSAGE_RESULT, "entropy");
}

static void test_frames(void)
{
	static uint8_t f[5000];
	P.len = 0;
	add_u8(&P, 9);
	struct answer a = client_ask(REQUEST_EVENTS, &P);
	CHECK(a.type == MESSAGE_ERROR && a.code == ERROR_BAD_REQUEST, "a malformed payload");
	a = client_ask(REQUEST_BATCH, &P);
	CHECK(a.code == ERROR_BAD_REQUEST, "a malformed batch");
	static const uint8_t types[] = {0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1c, 0x1d};
	for (size_t i = 0; i < sizeof types; i++)
		CHECK(client_ask(types[i], &P).code == ERROR_BAD_REQUEST, "a malformed payload of type %x", types[i]);
	P.len = 0;
	CHECK(client_send(0x7e, &P) == 0 && client.ack == ACK_BAD_TYPE, "an unknown type");
	unsigned answers = client.answers;
	CHECK(client_frame(0x1b, client.seq + 5, 1, "", 0) == ACK_OUT_OF_ORDER && client.answers == answers, "out of order");
	uint8_t off = 0;
	uint32_t seq = ++client.seq;
	CHECK(client_frame(REQUEST_EVENTS, seq, 4000, &off, 1) == ACK_OK && client_wait(4000, 2000).type == MESSAGE_RESULT, "taken");
	answers = client.answers;
	CHECK(client_frame(REQUEST_EVENTS, seq, 4000, &off, 1) == ACK_OK && !client_pump(100) && client.answers == answers, "sent again: acknowledged, and nothing more");
	client.ack = -1;
	client_raw("this is no frame", 16);
	client_pump(1000);
	CHECK(client.ack == ACK_BAD_FRAME && client.ack_seq == UINT32_MAX, "rubbish");
	size_t n = frame_seal(f, REQUEST_EVENTS, client.seq + 1, 4001, 1);
	f[16] ^= 1;
	client.ack = -1;
	client_raw(f, n);
	client_pump(1000);
	CHECK(client.ack == ACK_BAD_FRAME, "a wrong crc");
	n = frame_seal(f, REQUEST_EVENTS, client.seq + 1, 4001, 4077);
	client.ack = -1;
	client_raw(f, n);
	client_pump(1000);
	CHECK(client.ack == ACK_TOO_LONG || client.ack == ACK_BAD_FRAME, "too long (%d)", client.ack);
	while (client_pump(400))
		;
	f[FRAME_HEADER] = 0;
	n = frame_seal(f, REQUEST_EVENTS, client.seq + 1, 4001, 1);
	client.ack = -1;
	client_raw(f, n - 1);
	CHECK(!client_pump(100), "half a frame is waited for");
	client_pump(1000);
	CHECK(client.ack == ACK_BAD_FRAME && client.ack_seq == UINT32_MAX, "but not for ever");
	CHECK(client_frame(REQUEST_EVENTS, ++client.seq, 4002, &off, 1) == ACK_OK && client_wait(4002, 2000).type == MESSAGE_RESULT, "and after all that it answers");
	srand(1);
	for (int i = 0; i < 200; i++) {
		for (size_t j = 0; j < sizeof f; j++)
			f[j] = (uint8_t)(rand() % 5 ? rand() : "NL\1\2"[rand() % 4]);
		client_raw(f, (size_t)rand() % 4096);
		while (client_pump(0))
			;
	}
	usleep(400000);
	while (client_pump(300))
		;
	CHECK(client_hello().type == MESSAGE_HELLO_OK, "a HELLO after a lot of rubbish");
}

static void test_events(void)
{
	P.len = 0;
	add_u8(&P, 1);
	struct answer a = client_ask(REQUEST_EVENTS, &P);
	if (a.type != MESSAGE_RESULT) {
		printf("no proc connector here (errno %d): its events are not tested\n", a.err);
		return;
	}
	pid_t pid = fork();
	if (!pid) {
		usleep(50000);
		execl("/bin/true", "true", (char *)NULL);
	}
	client.watched = (uint32_t)pid;
	waitpid(pid, NULL, 0);
	for (int i = 0; i < 20 && client.proc_of_watched < 2; i++)
		client_pump(50);
	CHECK(client.proc_of_watched >= 2, "exec and exit of a process are told (%u)", client.proc_of_watched);
	client.proc_events = 0;
	sh(0, 0, 0, 0, 5000, 100, "true; true", "");
	for (int i = 0; i < 4; i++)
		client_pump(50);
	printf("events during a probe: %u (of others)\n", client.proc_events);
	P.len = 0;
	add_u8(&P, 0);
	client_ask(REQUEST_EVENTS, &P);
}

static void test_restore(void)
{
	const char *const sleep[] = {"sleep", "0.2", NULL};
	probe_payload(0, 0, 0, 0, 5000, 100, sleep, "");
	uint32_t id = client_send(REQUEST_PROBE, &P);
	CHECK(client_hello().type == MESSAGE_HELLO_OK, "HELLO with a probe running");
	CHECK(client_wait(id, 700).code == -1, "a request from before HELLO is not answered");
}

int main(int argc, char **argv)
{
	int s[2];
	char fd[12], clean[100];
	setbuf(stdout, NULL);
	if (argc != 2 || socketpair(AF_UNIX, SOCK_STREAM, 0, s))
		return 2;
	strcpy(tree, "/tmp/agent-test-XXXXXX");
	if (!mkdtemp(tree))
		return 2;
	snprintf(fd, sizeof fd, "%d", s[1]);
	pid_t agent = fork();
	if (!agent) {
		close(s[0]);
		execl(argv[1], "agent", "--port", fd, (char *)NULL);
		_exit(127);
	}
	close(s[1]);
	port = s[0];
	client_open(port);
	uint8_t one = 1;
	CHECK(client_frame(REQUEST_EVENTS, 1, 1, &one, 1) == ACK_OUT_OF_ORDER, "nothing before HELLO");
	CHECK(client_hello().type == MESSAGE_HELLO_OK, "HELLO");
	pid_t held = holder(CLONE_NEWUTS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWPID | CLONE_NEWNS);
	test_batch();
	test_inside(held);
	test_netlink(held);
	test_seccomp();
	test_probe(held);
	test_terminals();
	test_files();
	test_frames();
	test_events();
	test_restore();
	kill(held, SIGKILL);
	close(s[0]);
	int status = 0;
	waitpid(agent, &status, 0);
	CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0, "the agent ends cleanly, without a finding (%x)", status);
	snprintf(clean, sizeof clean, "rm -rf %s", tree);
	CHECK(system(clean) == 0, "clean up");
	printf("drive: %d checks, %d failed\n", checks, failures);
	return failures > 0;
}
