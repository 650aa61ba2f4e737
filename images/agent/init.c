#define _GNU_SOURCE
#include "init.h"

#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "list.h"
#include "sys.h"

#define STAGE "/usr/lib/nslab/stage"
#define SELF "/usr/lib/nslab/agent"

static void failed(const char *what, const char *where)
{
	char line[160];
	int err = errno;
	snprintf(line, sizeof line, "%s %s", what, where);
	complain(line, err);
}

static bool mount_at(const char *source, const char *target, const char *type, unsigned long flags, const char *data)
{
	if (mkdir(target, 0755) && errno != EEXIST && errno != EROFS)
		failed("mkdir", target);
	if (mount(source, target, type, flags, data) == 0)
		return true;
	if (errno != EBUSY) /* the kernel mounted /dev itself */
		failed("mount", target);
	return errno == EBUSY;
}

void init_root(char *const *env)
{
	char *const argv[] = {SELF, "stage2", NULL};
	/* The old root, with the stage in it, is let go at the end: only the overlay itself is left in the mount table, and what it
	 * is made of is in its options. */
	if (mount("tmpfs", STAGE, "tmpfs", 0, "size=40%,mode=0755") || mkdir(STAGE "/upper", 0755) || mkdir(STAGE "/work", 0755) ||
	    mkdir(STAGE "/root", 0755)) {
		failed("the tmpfs for the root at", STAGE);
		return;
	}
	if (mount("overlay", STAGE "/root", "overlay", 0, "lowerdir=/,upperdir=" STAGE "/upper,workdir=" STAGE "/work")) {
		failed("overlay on", STAGE "/root");
		umount2(STAGE, MNT_DETACH);
		return;
	}
	if (mount("/dev", STAGE "/root/dev", NULL, MS_MOVE, NULL))
		failed("move", "/dev");
	if (chdir(STAGE "/root") || syscall(SYS_pivot_root, ".", ".") || umount2(".", MNT_DETACH) || chdir("/"))
		failed("pivot_root to", STAGE "/root");
	execve(SELF, argv, env);
	failed("exec", SELF);
}

static void setting(const char *path, const char *value)
{
	if (!write_once(path, value))
		failed("write", path);
}

static void link_at(const char *target, const char *path)
{
	if (symlink(target, path) && errno != EEXIST)
		failed("symlink", path);
}

static void loopback_up(void)
{
	struct ifreq r = {.ifr_name = "lo", .ifr_flags = IFF_UP | IFF_RUNNING};
	int s = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (s < 0 || ioctl(s, SIOCSIFFLAGS, &r))
		failed("up", "lo");
	if (s >= 0)
		close(s);
}

void init_system(void)
{
	const unsigned long quiet = MS_NOSUID | MS_NODEV | MS_NOEXEC;
	umask(022);
	mount_at("proc", "/proc", "proc", quiet, NULL);
	mount_at("sysfs", "/sys", "sysfs", quiet, NULL);
	mount_at("cgroup2", "/sys/fs/cgroup", "cgroup2", quiet, "nsdelegate");
	mount_at("devtmpfs", "/dev", "devtmpfs", MS_NOSUID, "mode=0755");
	mount_at("devpts", "/dev/pts", "devpts", MS_NOSUID | MS_NOEXEC, "gid=5,mode=620,ptmxmode=666");
	mount_at("tmpfs", "/dev/shm", "tmpfs", MS_NOSUID | MS_NODEV, "mode=1777,size=25%");
	mount_at("mqueue", "/dev/mqueue", "mqueue", quiet, NULL);
	mount_at("tmpfs", "/run", "tmpfs", MS_NOSUID | MS_NODEV, "mode=0755,size=20%");
	mount_at("tmpfs", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV, "mode=1777,size=30%");
	mount_at("securityfs", "/sys/kernel/security", "securityfs", quiet, NULL);
	mount_at("tracefs", "/sys/kernel/tracing", "tracefs", quiet, NULL);
	mount_at("bpf", "/sys/fs/bpf", "bpf", quiet, "mode=700");
	/* Mounts propagate by default on every system a learner will meet, as systemd makes it so. */
	if (mount(NULL, "/", NULL, MS_REC | MS_SHARED, NULL))
		failed("make shared", "/");

	link_at("/proc/self/fd", "/dev/fd");
	link_at("/proc/self/fd/0", "/dev/stdin");
	link_at("/proc/self/fd/1", "/dev/stdout");
	link_at("/proc/self/fd/2", "/dev/stderr");
	umask(0);
	if (mkdir("/run/lock", 01777) && errno != EEXIST)
		failed("mkdir", "/run/lock");
	umask(022);

	reboot(RB_DISABLE_CAD);
	if (sethostname("lab", 3))
		failed("sethostname", "lab");
	loopback_up();
	roots_open();
	setting("/proc/sys/kernel/printk", "3 4 1 3");
	/* The port's driver allocates without waiting and drops what it has no memory for: keep some for it when a learner uses up the rest. */
	setting("/proc/sys/vm/min_free_kbytes", "4096");
	/* The console's three descriptors come from before there was a root. */
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);
	for (int fd = 0; null >= 0 && fd < 3; fd++)
		dup2(null, fd);
	if (null > 2)
		close(null);
}

/* Input of the port passes through kernel threads: without this they would queue up behind a fork bomb's processes. New
 * workers are made now and then, so it is done again with every HELLO. */
void init_input_threads(void)
{
	struct sched_param p = {.sched_priority = 50};
	struct list l;
	int proc = open_at_boot("/proc", O_RDONLY | O_DIRECTORY);
	if (proc < 0 || list_read(proc, LIST_PIDS, (struct slice){0}, &l)) {
		failed("list", "/proc");
		if (proc >= 0)
			close(proc);
		return;
	}
	for (uint32_t i = 0; i < l.n; i++) {
		const char *name = (const char *)list_entry(&l, i).name.data;
		char path[32], comm[32];
		pid_t pid = (pid_t)strtol(name, NULL, 10);
		if (getsid(pid) != 0)
			continue; /* a process of userspace, whatever it calls itself */
		snprintf(path, sizeof path, "%d/comm", (int)pid);
		int fd = openat(proc, path, O_RDONLY | O_CLOEXEC);
		ssize_t n = fd < 0 ? 0 : read(fd, comm, sizeof comm - 1);
		if (fd >= 0)
			close(fd);
		comm[n > 0 ? n : 0] = 0;
		if (strcmp(comm, "khvcd\n") == 0 || strncmp(comm, "kworker/u", 9) == 0)
			sched_setscheduler(pid, SCHED_FIFO, &p);
	}
	list_free(&l);
	close(proc);
}

void init_hide_ports(void)
{
	static const char *const patterns[] = {"hvc*", "vport*"};
	int dev = open("/dev", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	for (size_t i = 0; dev >= 0 && i < 2; i++) {
		struct list l;
		if (lseek(dev, 0, SEEK_SET) || list_read(dev, LIST_MATCHING, (struct slice){(const uint8_t *)patterns[i], strlen(patterns[i])}, &l))
			continue;
		for (uint32_t j = 0; j < l.n; j++)
			unlinkat(dev, (const char *)list_entry(&l, j).name.data, 0);
		list_free(&l);
	}
	if (dev >= 0)
		close(dev);
}

static int open_port(void)
{
	struct termios raw;
	int fd = open("/dev/hvc0", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return -1;
	if (tcgetattr(fd, &raw)) {
		failed("termios of", "/dev/hvc0");
	} else {
		cfmakeraw(&raw);
		raw.c_cflag |= CLOCAL | CREAD;
		raw.c_cc[VMIN] = 1;
		raw.c_cc[VTIME] = 0;
		if (tcsetattr(fd, TCSANOW, &raw))
			failed("raw mode of", "/dev/hvc0");
	}
	return fd;
}

int init_port(void)
{
	/* The host tells the driver of its ports when the driver asks; that may be after PID 1 began. */
	int fd;
	for (unsigned tries = 1; (fd = open_port()) < 0; tries++) {
		if (tries % 500 == 0)
			failed("no port:", "/dev/hvc0");
		while (waitpid(-1, NULL, WNOHANG) > 0)
			;
		usleep(10000);
	}
	init_hide_ports();
	return fd;
}

void init_privileges(void)
{
	struct sched_param p = {.sched_priority = 50};
	/* Children reset these in child.c, but for the scheduling class: that the kernel resets. */
	setting("/proc/self/oom_score_adj", "-1000");
	if (sched_setscheduler(0, SCHED_FIFO | SCHED_RESET_ON_FORK, &p))
		failed("sched_setscheduler", "FIFO");
	if (setrlimit(RLIMIT_NOFILE, &(struct rlimit){4096, 4096}))
		failed("setrlimit", "nofile");
	if (mlockall(MCL_CURRENT | MCL_FUTURE))
		failed("mlockall", "");
}
