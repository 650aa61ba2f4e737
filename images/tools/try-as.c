/*
 * try-as: has a process that runs make a system call itself, and prints the kernel's answer. So everything that holds for that
 * process is asked: ids, capabilities, namespaces, seccomp, AppArmor, Landlock. It is stopped for a moment by ptrace(2), the call
 * is made by the `int $0x80` of its vDSO, undone where it took effect, and registers and memory are put back.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

static const char usage[] =
	"usage: try-as PID read PATH            would it be able to open the file?\n"
	"       try-as PID write PATH           to write to it?\n"
	"       try-as PID mkdir PATH           to make a directory (which is removed again)?\n"
	"       try-as PID mount PATH           to mount a tmpfs there (which is unmounted again)?\n"
	"       try-as PID connect PORT         to connect to this TCP port of 127.0.0.1?\n"
	"       try-as PID signal OTHER_PID     to send a signal to that process?\n"
	"\n"
	"Process PID itself makes the system call; nothing is left of it. Prints `allowed`, or the error's name. Several tries may follow\n"
	"one another. Needs the right to trace PID. A seccomp filter that kills for the call will kill it.\n";

enum { ROOM = 1024 };

static pid_t target;
static struct user_regs_struct registers;
static unsigned long instruction; /* where `int $0x80` is */
static unsigned long room;        /* in its stack, below what is in use */
static unsigned char kept[ROOM];
static int memory = -1;
static sigset_t late;             /* signals that came for it meanwhile */

static void fail(const char *what)
{
	fprintf(stderr, "try-as: %s: %s\n", what, strerror(errno));
	exit(125);
}

/* A signal that comes in between is kept for later. */
static void stopped(void)
{
	int status;
	if (waitpid(target, &status, __WALL) != target || !WIFSTOPPED(status)) {
		errno = ESRCH;
		fail("it ended");
	}
	if (status >> 16 == 0 && WSTOPSIG(status) != SIGTRAP)
		sigaddset(&late, WSTOPSIG(status));
}

static void find_instruction(void)
{
	char path[64], line[512];
	unsigned long from = 0, to = 0;
	snprintf(path, sizeof path, "/proc/%d/maps", target);
	FILE *maps = fopen(path, "re");
	if (!maps)
		fail(path);
	while (fgets(line, sizeof line, maps))
		if (strstr(line, "[vdso]") && sscanf(line, "%lx-%lx", &from, &to) == 2)
			break;
		else
			from = to = 0;
	fclose(maps);
	static unsigned char code[65536];
	size_t size = to - from < sizeof code ? to - from : sizeof code;
	ssize_t n = from ? pread(memory, code, size, (off_t)from) : 0;
	for (ssize_t i = 0; i + 1 < n; i++)
		if (code[i] == 0xcd && code[i + 1] == 0x80) {
			instruction = from + (unsigned long)i;
			return;
		}
	errno = ENOEXEC;
	fail("no vDSO of an i386 program");
}

static long call(long number, long a, long b, long c, long d, long e)
{
	struct user_regs_struct r = registers;
	r.eax = number, r.ebx = a, r.ecx = b, r.edx = c, r.esi = d, r.edi = e, r.ebp = 0;
	r.orig_eax = -1;
	r.eip = (long)instruction;
	r.esp = (long)room;
	if (ptrace(PTRACE_SETREGS, target, NULL, &r))
		fail("registers");
	do {
		if (ptrace(PTRACE_SINGLESTEP, target, NULL, NULL))
			fail("step");
		stopped();
		if (ptrace(PTRACE_GETREGS, target, NULL, &r))
			fail("registers");
	} while ((unsigned long)r.eip == instruction);
	return r.eax;
}

static unsigned long put(const void *data, size_t size)
{
	if (size > ROOM / 2 || pwrite(memory, data, size, (off_t)room) != (ssize_t)size)
		fail("its memory");
	return room;
}

static long put_text(const char *text)
{
	return (long)put(text, strlen(text) + 1);
}

static long opened(long result)
{
	if (result >= 0)
		call(SYS_close, result, 0, 0, 0, 0);
	return result;
}

static long connected(const char *port)
{
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(port)), .sin_addr = {htonl(INADDR_LOOPBACK)}};
	long fd = call(SYS_socket, AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, 0, 0);
	if (fd < 0)
		return fd;
	long result = call(SYS_connect, fd, (long)put(&to, sizeof to), sizeof to, 0, 0);
	call(SYS_close, fd, 0, 0, 0, 0);
	return result == -EINPROGRESS ? 0 : result;
}

static long attempt(const char *what, const char *to)
{
	long result;
	if (strcmp(what, "read") == 0)
		return opened(call(SYS_openat, AT_FDCWD, put_text(to), O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0, 0));
	if (strcmp(what, "write") == 0)
		return opened(call(SYS_openat, AT_FDCWD, put_text(to), O_WRONLY | O_CLOEXEC | O_NONBLOCK, 0, 0));
	if (strcmp(what, "mkdir") == 0) {
		if ((result = call(SYS_mkdir, put_text(to), 0700, 0, 0, 0)) == 0)
			call(SYS_rmdir, put_text(to), 0, 0, 0, 0);
		return result;
	}
	if (strcmp(what, "mount") == 0) {
		char texts[ROOM / 2];
		int n = snprintf(texts, sizeof texts, "tmpfs%c%s", 0, to);
		if (n < 0 || n >= (int)sizeof texts)
			return -ENAMETOOLONG;
		long type = (long)put(texts, (size_t)n + 1), path = type + 6;
		if ((result = call(SYS_mount, type, path, type, MS_NOSUID | MS_NODEV, 0)) == 0)
			call(SYS_umount2, path, MNT_DETACH, 0, 0, 0);
		return result;
	}
	if (strcmp(what, "connect") == 0)
		return connected(to);
	if (strcmp(what, "signal") == 0)
		return call(SYS_kill, atoi(to), 0, 0, 0, 0);
	return -ENOSYS;
}

static int known(const char *what)
{
	static const char *const verbs[] = {"read", "write", "mkdir", "mount", "connect", "signal"};
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		if (strcmp(what, verbs[i]) == 0)
			return 1;
	return 0;
}

int main(int argc, char **argv)
{
	char path[64];
	int refused = 0;
	if (argc == 2 && strcmp(argv[1], "--help") == 0)
		return fputs(usage, stdout) < 0;
	if (argc < 4 || argc % 2 || (target = atoi(argv[1])) < 1) {
		fputs(usage, stderr);
		return 2;
	}
	for (int i = 2; i < argc; i += 2)
		if (!known(argv[i]) || strlen(argv[i + 1]) >= ROOM / 2 - 8) {
			fprintf(stderr, "try-as: %s %s?\n%s", argv[i], argv[i + 1], usage);
			return 2;
		}
	/* Should this end early, the kernel lets go of the process; its registers would be lost, so nothing may end this early. */
	sigset_t every;
	sigemptyset(&late);
	sigfillset(&every);
	sigprocmask(SIG_BLOCK, &every, NULL);
	if (ptrace(PTRACE_SEIZE, target, NULL, NULL))
		fail(argv[1]);
	if (ptrace(PTRACE_INTERRUPT, target, NULL, NULL))
		fail(argv[1]);
	stopped();
	snprintf(path, sizeof path, "/proc/%d/mem", target);
	if ((memory = open(path, O_RDWR | O_CLOEXEC)) < 0)
		fail(path);
	find_instruction();
	if (ptrace(PTRACE_GETREGS, target, NULL, &registers))
		fail("registers");
	room = ((unsigned long)registers.esp - ROOM - 256) & ~15UL;
	if (pread(memory, kept, ROOM, (off_t)room) != ROOM)
		fail("its stack");
	for (int i = 2; i < argc; i += 2) {
		long result = attempt(argv[i], argv[i + 1]);
		printf("%s %s: %s\n", argv[i], argv[i + 1], result < 0 ? strerrorname_np((int)-result) : "allowed");
		refused |= result < 0;
	}
	if (pwrite(memory, kept, ROOM, (off_t)room) != ROOM || ptrace(PTRACE_SETREGS, target, NULL, &registers))
		fail("could not be put back");
	if (ptrace(PTRACE_DETACH, target, NULL, NULL))
		fail("detach");
	for (int number = 1; number < NSIG; number++)
		if (sigismember(&late, number) == 1)
			kill(target, number);
	return refused;
}
