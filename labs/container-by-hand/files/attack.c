/*
 * attack PID [REPORT]: enters the container of process PID as one of its own (namespaces, cgroup, root, ids, groups, capabilities,
 * no_new_privs, seccomp filters), tries to get out in many ways, and prints what the kernel said to each. REPORT: a file for it.
 * attack reaps PID: does number 1 of that process's PID namespace wait for orphans?
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static pid_t target;
static unsigned outer_uid, outer_gid, uid, gid, filters, no_new_privs, root_owner;
static unsigned long long inheritable, permitted, effective, bounding;
enum { MOST_FILTERS = 32 };
static struct sock_fprog programs[MOST_FILTERS];
static gid_t groups[64];
static int group_count;
static struct stat host_root;
static char host_pids[64];
static pid_t victim;
static int root_fd, cgroup_fd, host_mnt;
static const char *helper;
static const char *const spaces[] = { "ipc", "uts", "net", "cgroup", "pid", "mnt", "user" };
static int space_fd[7];
/* What an attacker says: it may not be allowed to write. */
enum stage { STARTED, COULD_NOT_BECOME, BECAME, TRIED };
static volatile struct { enum stage stage; int error; } *said;

static void die(const char *what)
{
	fprintf(stderr, "attack: %s: %s\n", what, strerror(errno));
	exit(125);
}

static char *text_of(const char *file)
{
	static char path[256], text[8192];
	snprintf(path, sizeof path, "/proc/%d/%s", target, file);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t length = fd < 0 ? -1 : read(fd, text, sizeof text - 1);
	if (length < 0)
		die(path);
	close(fd);
	text[length] = 0;
	return text;
}

static unsigned long long field(const char *status, const char *name, int base)
{
	const char *at = strstr(status, name);
	return at ? strtoull(at + strlen(name), NULL, base) : 0;
}

/* What an id of the host's is inside; for `outer` and back. */
static unsigned inside(const char *map, unsigned id, int *known)
{
	unsigned first, outer, count;
	int length;
	for (*known = 0; sscanf(map, "%u %u %u%n", &first, &outer, &count, &length) == 3; map += length)
		if (id - outer < count) {
			*known = 1;
			return first + (id - outer);
		}
	return 65534;
}

static unsigned outside_root(const char *map)
{
	unsigned first, outer, count;
	int length;
	for (; sscanf(map, "%u %u %u%n", &first, &outer, &count, &length) == 3; map += length)
		if (first == 0)
			return outer;
	return 0;
}

static int open_of(const char *file, int flags)
{
	char path[256];
	snprintf(path, sizeof path, "/proc/%d/%s", target, file);
	return open(path, flags | O_CLOEXEC);
}

static void read_filters(void)
{
	int status;
	if (filters > MOST_FILTERS) {
		errno = E2BIG;
		die("its filters");
	}
	if (ptrace(PTRACE_SEIZE, target, 0, 0) || ptrace(PTRACE_INTERRUPT, target, 0, 0) || waitpid(target, &status, __WALL) != target)
		die("its filters: ptrace");
	for (unsigned i = 0; i < filters; i++) {
		long count = ptrace(0x420c /* PTRACE_SECCOMP_GET_FILTER */, target, (void *)i, 0);
		if (count < 0)
			die("its filters");
		programs[i].len = count;
		programs[i].filter = calloc(count, sizeof(struct sock_filter));
		ptrace(0x420c, target, (void *)i, programs[i].filter);
	}
	ptrace(PTRACE_DETACH, target, 0, 0);
}

static void study(void)
{
	const char *status = text_of("status"), *line = strstr(status, "\nGroups:");
	int length;
	for (line += 8; group_count < 64 && sscanf(line, "%*[ \t]%u%n", &groups[group_count], &length) == 1; line += length)
		group_count++;
	outer_uid = field(status, "\nUid:", 10);
	outer_gid = field(status, "\nGid:", 10);
	inheritable = field(status, "\nCapInh:", 16);
	permitted = field(status, "\nCapPrm:", 16);
	effective = field(status, "\nCapEff:", 16);
	bounding = field(status, "\nCapBnd:", 16);
	no_new_privs = field(status, "\nNoNewPrivs:", 10);
	filters = field(status, "\nSeccomp_filters:", 10);
	int known;
	uid = inside(text_of("uid_map"), outer_uid, &known);
	root_owner = outside_root(text_of("uid_map"));
	gid = inside(text_of("gid_map"), outer_gid, &known);
	char name[300], link[2][64] = { 0 };
	for (int i = 0; i < 7; i++) {
		snprintf(name, sizeof name, "/proc/%d/ns/%s", target, spaces[i]);
		readlink(name, link[0], 63);
		snprintf(name, sizeof name, "/proc/self/ns/%s", spaces[i]);
		readlink(name, link[1], 63);
		snprintf(name, sizeof name, "ns/%s", spaces[i]);
		space_fd[i] = strcmp(link[0], link[1]) ? open_of(name, O_RDONLY) : -1;
	}
	root_fd = open_of("root", O_RDONLY | O_DIRECTORY);
	host_mnt = open("/proc/1/ns/mnt", O_RDONLY | O_CLOEXEC);
	char *group = strstr(text_of("cgroup"), "0::");
	if (group) {
		group[strcspn(group, "\n")] = 0;
		snprintf(name, sizeof name, "/sys/fs/cgroup%s/cgroup.procs", group + 3);
		if ((cgroup_fd = open(name, O_WRONLY | O_CLOEXEC)) < 0)
			die(name);
	}
	stat("/", &host_root);
	readlink("/proc/1/ns/pid", host_pids, sizeof host_pids - 1);
	if (filters > 0)
		read_filters();
}

/* All that holds for the target, but the filters, holds for us from now on. */
static int become(void)
{
	if (cgroup_fd > 0 && write(cgroup_fd, "0", 1) != 1)
		return -1;
	/* Still as the host's root: they stay, whatever they are called inside. */
	if (syscall(SYS_setgroups32, group_count, groups))
		return -1;
	for (int i = 0; i < 6; i++)
		if (i != 4 && space_fd[i] >= 0 && setns(space_fd[i], 0))
			return -1;
	if (fchdir(root_fd) || chroot("."))
		return -1;
	if (space_fd[6] >= 0 && setns(space_fd[6], 0))
		return -1;
	for (int cap = 0; cap < 41; cap++)
		if (!(bounding >> cap & 1) && prctl(PR_CAPBSET_DROP, cap, 0, 0, 0))
			return -1;
	if (prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0) || syscall(SYS_setresgid32, gid, gid, gid) || syscall(SYS_setresuid32, uid, uid, uid))
		return -1;
	struct __user_cap_header_struct head = { _LINUX_CAPABILITY_VERSION_3, 0 };
	struct __user_cap_data_struct data[2] = {
		{ effective, permitted, inheritable }, { effective >> 32, permitted >> 32, inheritable >> 32 }
	};
	if (syscall(SYS_capset, &head, data))
		return -1;
	if ((no_new_privs || filters) && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
		return -1;
	/* The oldest first, and by either call: it may refuse one of them to those after it. */
	for (unsigned i = filters; i-- > 0;)
		if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &programs[i]) && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &programs[i]))
			return -1;
	return 0;
}

/* The attacks: 0 when it got through, else the error. */
static int answer(long result)
{
	return result == -1 ? errno : 0;
}

static int at_host_root(const char *path)
{
	struct stat now;
	if (stat(path, &now))
		return errno;
	return now.st_dev == host_root.st_dev && now.st_ino == host_root.st_ino ? 0 : ENOENT;
}

static int by_chroot(void)
{
	chdir("/");
	if (chroot("/proc"))
		return errno;
	for (int i = 0; i < 64; i++)
		chdir("..");
	return at_host_root(".");
}

static int by_proc(void)
{
	char link[64] = { 0 };
	if (readlink("/proc/1/ns/pid", link, 63) > 0 && strcmp(link, host_pids) == 0)
		return 0;
	return at_host_root("/proc/1/root");
}

static int opens(const char *path, int flags)
{
	int fd = open(path, flags);
	if (fd < 0)
		return errno;
	char byte;
	if ((flags & O_ACCMODE) == O_RDONLY && read(fd, &byte, 1) != 1)
		return ENODATA; /* an empty file lies over it */
	/* /dev/null lies over it */
	struct stat now;
	return fstat(fd, &now) == 0 && S_ISCHR(now.st_mode) ? ENODATA : 0;
}

static int by_kcore(void) { return opens("/proc/kcore", O_RDONLY); }
static int by_sysrq(void) { return opens("/proc/sysrq-trigger", O_WRONLY); }
static int by_core_pattern(void) { return opens("/proc/sys/kernel/core_pattern", O_WRONLY); }

static int by_mknod(void)
{
	static const char *const names[] = { "/tmp/.disk", "/dev/.disk", "/.disk" };
	int error = 0;
	for (int i = 0; i < 3; i++) {
		if (mknod(names[i], S_IFBLK | 0600, host_root.st_dev) == 0) {
			unlink(names[i]);
			return 0;
		}
		if (error != EPERM)
			error = errno;
	}
	return error;
}

static int by_mount(void)
{
	if (mount("none", "/proc", "tmpfs", 0, NULL))
		return errno;
	umount2("/proc", MNT_DETACH);
	return 0;
}

static int by_fsopen(void) { return answer(syscall(430, "tmpfs", 0)); }
static int by_open_tree(void) { return answer(syscall(428, AT_FDCWD, "/", 1 /* OPEN_TREE_CLONE */)); }
static int by_ptrace(void) { return answer(syscall(SYS_ptrace, PTRACE_SEIZE, victim, 0, 0)); }
static int by_kill(void) { return answer(syscall(SYS_kill, victim, SIGCONT)); }

static int by_setuid(void)
{
	if (outer_uid == 0)
		return 0;
	if (!helper)
		return EROFS;
	if (uid == 0)
		return EPERM; /* the helper's owner is unknown inside: the bit is ignored */
	pid_t pid = fork();
	if (pid < 0)
		return errno;
	if (pid == 0) {
		execl(helper, helper, (char *)0);
		_exit(0);
	}
	int status = 0;
	waitpid(pid, &status, 0);
	return WIFEXITED(status) && WEXITSTATUS(status) == 1 ? 0 : EPERM;
}

static int by_raw_socket(void) { return answer(syscall(SYS_socket, AF_INET, SOCK_RAW, 1)); }
static int by_packet_socket(void) { return answer(syscall(SYS_socket, AF_PACKET, SOCK_RAW, 0)); }
static int by_keyring(void) { return answer(syscall(SYS_add_key, "user", "nslab", "x", 1, -3)); }
static int by_unshare(void) { return answer(syscall(SYS_unshare, CLONE_NEWUSER)); }

static int by_clone(void)
{
	long pid = syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0);
	if (pid == 0)
		_exit(0);
	return answer(pid);
}

static int by_clone3(void)
{
	unsigned long long args[8] = { CLONE_NEWUSER, 0, 0, 0, SIGCHLD };
	long pid = syscall(435 /* clone3 */, args, sizeof args);
	if (pid == 0)
		_exit(0);
	return answer(pid);
}

static int by_setns(void) { return answer(syscall(SYS_setns, host_mnt, 0)); }

static int by_handle(void)
{
	struct { unsigned bytes; int type; unsigned char handle[16]; } handle = { 8, 1, { 2 } };
	int fd = open("/", O_RDONLY);
	return fd < 0 ? errno : answer(syscall(SYS_open_by_handle_at, fd, &handle, O_RDONLY));
}

static int by_bpf(void)
{
	struct { unsigned type, key, value, entries, rest[28]; } map = { 2, 4, 4, 1 };
	return answer(syscall(SYS_bpf, 0, &map, sizeof map));
}

static int by_perf(void)
{
	struct { unsigned type, size; unsigned long long config, rest[14]; } event = { 1, 128, 0 };
	return answer(syscall(SYS_perf_event_open, &event, 0, -1, -1, 0));
}

static int by_memory(void)
{
	size_t size = 72 << 20;
	char *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (memory == MAP_FAILED)
		return errno;
	for (size_t at = 0; at < size; at += 4096)
		memory[at] = 1;
	return 0;
}

static int by_forks(void)
{
	pid_t pids[110];
	int count = 0, error = 0;
	while (count < 110) {
		pid_t pid = fork();
		if (pid < 0) {
			error = errno;
			break;
		}
		if (pid == 0)
			for (;;)
				pause();
		pids[count++] = pid;
	}
	for (int i = 0; i < count; i++)
		kill(pids[i], SIGKILL);
	for (int i = 0; i < count; i++)
		waitpid(pids[i], NULL, 0);
	return error;
}

static const struct {
	const char *name;
	int (*run)(void);
	const char *why;
} attacks[] = {
	{ "chroot-escape", by_chroot, "chroot below, and walk up with ..: after pivot_root there is nothing above; without CAP_SYS_CHROOT not even that" },
	{ "proc-leak", by_proc, "the host's processes through /proc: it shows the container's PID namespace only" },
	{ "kcore", by_kcore, "the host's memory in /proc/kcore: masked, and not for who is not root outside" },
	{ "sysrq", by_sysrq, "reboot the host by /proc/sysrq-trigger: masked" },
	{ "core-pattern", by_core_pattern, "have the host run a program at the next crash: /proc/sys belongs to the host's root" },
	{ "mknod", by_mknod, "make the host's disk, and read it: CAP_MKNOD counts in the first user namespace only" },
	{ "mount", by_mount, "mount something over /proc: no CAP_SYS_ADMIN, and the filter" },
	{ "fsopen", by_fsopen, "mount by the newer calls, which an old filter doesn't know" },
	{ "open-tree", by_open_tree, "a copy of the mounts by another newer call" },
	{ "ptrace-outside", by_ptrace, "trace a process of the host: it has no number in here" },
	{ "kill-outside", by_kill, "signal a process of the host: it has no number in here" },
	{ "setuid-helper", by_setuid, "run a set-user-ID program: no_new_privs ignores the bit, and the host's root is nobody in here" },
	{ "raw-socket", by_raw_socket, "forge packets: CAP_NET_RAW" },
	{ "packet-socket", by_packet_socket, "listen on the cable: CAP_NET_RAW" },
	{ "keyring", by_keyring, "keys have no namespace: the filter" },
	{ "new-userns", by_unshare, "all capabilities again, in a user namespace of one's own, and with them the kernel's less tried code: the filter" },
	{ "clone-userns", by_clone, "the same by clone(2): a filter has to look at its flags" },
	{ "clone3-userns", by_clone3, "the same by clone3(2): its flags are in memory, which no filter reads; it has to go as a whole" },
	{ "setns", by_setns, "enter the host's mounts by a descriptor that was left open: CAP_SYS_ADMIN over there" },
	{ "open-by-handle", by_handle, "open a file of the host's disk by its inode (the Shocker of 2014): CAP_DAC_READ_SEARCH" },
	{ "bpf", by_bpf, "load BPF into the kernel: CAP_BPF, and the filter" },
	{ "perf", by_perf, "measure the kernel: CAP_PERFMON, and the filter" },
	{ "memory-bomb", by_memory, "72 MB, page after page: memory.max" },
	{ "fork-bomb", by_forks, "110 processes: pids.max" },
};
enum { COUNT = sizeof attacks / sizeof *attacks };

static const char *error_name(int error)
{
	static char number[16];
	switch (error) {
	case EPERM: return "EPERM";
	case ENOENT: return "ENOENT";
	case ESRCH: return "ESRCH";
	case EACCES: return "EACCES";
	case EINVAL: return "EINVAL";
	case ENOSYS: return "ENOSYS";
	case EAGAIN: return "EAGAIN";
	case ENOMEM: return "ENOMEM";
	case EROFS: return "EROFS";
	case ENODATA: return "masked";
	}
	snprintf(number, sizeof number, "error-%d", error);
	return number;
}

/* Tries one; returns the text of the kernel's answer, or NULL when it got through, or "?" when it could not be tried. */
static const char *attempt(int (*run)(void))
{
	static char killed[32];
	said->stage = STARTED;
	said->error = 0;
	pid_t launcher = fork();
	if (launcher == 0) {
		if (space_fd[4] >= 0 && setns(space_fd[4], 0))
			_exit(125);
		pid_t attacker = fork();
		if (attacker == 0) {
			prctl(PR_SET_PDEATHSIG, SIGKILL);
			setpgid(0, 0);
			int adjust = open("/proc/self/oom_score_adj", O_WRONLY);
			write(adjust, "1000", 4);
			close(adjust);
			if (become()) {
				said->error = errno;
				said->stage = COULD_NOT_BECOME;
				_exit(125);
			}
			said->stage = BECAME;
			said->error = run();
			said->stage = TRIED;
			_exit(0);
		}
		int status = 0;
		waitpid(attacker, &status, 0);
		kill(-attacker, SIGKILL);
		_exit(WIFSIGNALED(status) ? WTERMSIG(status) : 0);
	}
	int status;
	waitpid(launcher, &status, 0);
	if (said->stage == TRIED)
		return said->error ? error_name(said->error) : NULL;
	if (said->stage == BECAME && WIFEXITED(status) && WEXITSTATUS(status)) {
		snprintf(killed, sizeof killed, "signal-%d", WEXITSTATUS(status));
		return killed;
	}
	fprintf(stderr, "attack: could not become like process %d: %s\n", target, strerror(said->error));
	return "?";
}

/* A set-user-ID program in the container's root: exits with 1 when it has become root. */
static void place_helper(void)
{
	static const unsigned char code[] = {
		0x7f, 'E', 'L', 'F', 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 3, 0, 1, 0, 0, 0, 0x54, 0x80, 4, 8, 52, 0, 0, 0, 0, 0, 0, 0,
		0, 0, 0, 0, 52, 0, 32, 0, 1, 0, 0, 0, 0, 0, 0, 0, /* the program header: */
		1, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 4, 8, 0, 0x80, 4, 8, 0x70, 0, 0, 0, 0x70, 0, 0, 0, 5, 0, 0, 0, 0, 0x10, 0, 0,
		/* geteuid32; exit(eax == 0) */
		0xb8, 201, 0, 0, 0, 0xcd, 0x80, 0x31, 0xdb, 0x85, 0xc0, 0x0f, 0x94, 0xc3, 0xb8, 1, 0, 0, 0, 0xcd, 0x80, 0, 0, 0, 0, 0, 0, 0
	};
	static char path[64];
	static const char *const names[] = { "/tmp/.helper", "/.helper", "/dev/.helper" };
	for (int i = 0; i < 3 && !helper; i++) {
		snprintf(path, sizeof path, "/proc/%d/root%s", target, names[i]);
		int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0700);
		if (fd < 0)
			continue;
		if (write(fd, code, sizeof code) == sizeof code && fchown(fd, root_owner, -1) == 0 && fchmod(fd, 04755) == 0)
			helper = names[i];
		else
			unlink(path);
		close(fd);
	}
}

static void remove_helper(void)
{
	char path[64];
	snprintf(path, sizeof path, "/proc/%d/root%s", target, helper);
	if (helper)
		unlink(path);
}

/* An orphan in its PID namespace: does anybody wait for it? */
static int reaps(void)
{
	int pids = open_of("ns/pid", O_RDONLY);
	if (pids < 0 || setns(pids, 0))
		die("its PID namespace");
	volatile int *shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	/* They share our descriptors: so the parent's handle for the orphan is ours as well. */
	if (syscall(SYS_clone, CLONE_FILES | SIGCHLD, 0, 0, 0, 0) == 0) {
		pid_t orphan = fork();
		if (orphan == 0) {
			usleep(20000);
			_exit(0);
		}
		*shared = syscall(SYS_pidfd_open, orphan, 0);
		_exit(0);
	}
	wait(NULL);
	char path[64], text[512];
	snprintf(path, sizeof path, "/proc/self/fdinfo/%d", *shared);
	for (int i = 0; i < 100; i++) {
		usleep(25000);
		int fd = open(path, O_RDONLY);
		ssize_t length = read(fd, text, sizeof text - 1);
		close(fd);
		if (length <= 0)
			break;
		text[length] = 0;
		if (strstr(text, "Pid:\t-1")) {
			puts("reaps");
			return 0;
		}
	}
	puts("zombie");
	return 1;
}

int main(int argc, char **argv)
{
	setvbuf(stdout, NULL, _IOLBF, 0);
	int only_reaps = argc == 3 && strcmp(argv[1], "reaps") == 0;
	if (argc < 2 || argc > 3 || (target = atoi(argv[only_reaps ? 2 : 1])) <= 0) {
		fprintf(stderr, "usage: attack PID [REPORT]\n       attack reaps PID\n");
		return 2;
	}
	if (only_reaps)
		return reaps();
	said = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	study();
	victim = fork();
	if (victim == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		for (;;)
			pause();
	}
	place_helper();
	FILE *report = argc == 3 ? fopen(argv[2], "w") : NULL;
	if (report) {
		fprintf(report, "# A container, attacked\n\nProcess %d: uid %u outside and %u inside, bounding set %016llx, no_new_privs %u, %u filters.\n\n",
			target, outer_uid, uid, bounding, no_new_privs, filters);
		fprintf(report, "| attack | result | why |\n| --- | --- | --- |\n");
	}
	int through = 0, untried = 0;
	for (int i = 0; i < COUNT; i++) {
		const char *kernel = attempt(attacks[i].run);
		int is_untried = kernel && *kernel == '?';
		through += !kernel;
		untried += is_untried;
		const char *verdict = !kernel ? "THROUGH" : is_untried ? "untried" : "refused";
		printf("%s  %-14s  %-9s  %s\n", verdict, attacks[i].name, kernel ? kernel : "-", attacks[i].why);
		if (report)
			fprintf(report, "| %s | %s %s | %s |\n", attacks[i].name, verdict, kernel ? kernel : "", attacks[i].why);
	}
	remove_helper();
	kill(victim, SIGKILL);
	printf("%d attacks, %d got through, %d could not be tried\n", COUNT, through, untried);
	if (report) {
		fprintf(report, "\n%d attacks, %d got through, %d could not be tried.\n", COUNT, through, untried);
		fclose(report);
	}
	return through || untried;
}
