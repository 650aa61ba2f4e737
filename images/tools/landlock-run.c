/* landlock-run: runs a program in a Landlock domain of its own (landlock(7)). Needs no privilege, and can't be undone. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* As <linux/landlock.h> of Linux 6.12 has them; the headers this is compiled with are older. */
struct ruleset {
	uint64_t files, ports, scoped;
};
struct file_rule {
	uint64_t access;
	int32_t parent;
} __attribute__((packed));
struct port_rule {
	uint64_t access, port;
};
enum { RULE_FILES = 1, RULE_PORT = 2 };
enum { BIND = 1, CONNECT = 2 };
enum {
	EXECUTE = 1 << 0,
	WRITE_FILE = 1 << 1,
	READ_FILE = 1 << 2,
	READ_DIR = 1 << 3,
	REFER = 1 << 13,
	TRUNCATE = 1 << 14,
	IOCTL_DEV = 1 << 15,
	READ = EXECUTE | READ_FILE | READ_DIR,
	ON_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV,
	ALL = (1 << 16) - 1,
};

static const char usage[] =
	"usage: landlock-run [--ro PATH]... [--rw PATH]... [--no-tcp] [--bind PORT]... [--connect PORT]... COMMAND [ARGUMENT]...\n"
	"       landlock-run --abi\n"
	"\n"
	"Runs COMMAND with no access to files but what is named. Needs no privilege.\n"
	"  --ro PATH       may be read and executed, with all that is below it\n"
	"  --rw PATH       may be read, executed, changed, made and removed, with all that is below it\n"
	"  --no-tcp        no TCP port may be bound or connected to, but those named by:\n"
	"  --bind PORT     may be bound (so no other one)\n"
	"  --connect PORT  may be connected to (so no other one)\n"
	"  --abi           prints the version of the kernel's Landlock\n";

static void fail(const char *what)
{
	fprintf(stderr, "landlock-run: %s: %s\n", what, strerror(errno));
	exit(126);
}

static void wrong(const char *what, const char *argument)
{
	fprintf(stderr, "landlock-run: %s: %s\n%s", what, argument, usage);
	exit(2);
}

static uint64_t known_files(long abi)
{
	uint64_t files = ALL;
	if (abi < 5)
		files &= ~(uint64_t)IOCTL_DEV;
	if (abi < 3)
		files &= ~(uint64_t)TRUNCATE;
	if (abi < 2)
		files &= ~(uint64_t)REFER;
	return files;
}

static void allow_path(int ruleset, const char *path, uint64_t access)
{
	struct stat status;
	struct file_rule rule = {.access = access, .parent = open(path, O_PATH | O_CLOEXEC)};
	if (rule.parent < 0 || fstat(rule.parent, &status))
		fail(path);
	if (!S_ISDIR(status.st_mode))
		rule.access &= ON_FILES;
	if (syscall(SYS_landlock_add_rule, ruleset, RULE_FILES, &rule, 0))
		fail(path);
	close(rule.parent);
}

static void allow_port(int ruleset, const char *text, uint64_t access)
{
	char *end;
	unsigned long port = strtoul(text, &end, 10);
	if (*text == 0 || *end != 0 || port > 65535)
		wrong("not a port", text);
	struct port_rule rule = {.access = access, .port = port};
	if (syscall(SYS_landlock_add_rule, ruleset, RULE_PORT, &rule, 0))
		fail(text);
}

static int is(const char *argument, const char *option)
{
	return strcmp(argument, option) == 0;
}

int main(int argc, char **argv)
{
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, 1);
	int command = 1, tcp = 0;
	if (argc == 2 && is(argv[1], "--help"))
		return fputs(usage, stdout) < 0;
	if (abi < 0)
		fail("Landlock");
	if (argc == 2 && is(argv[1], "--abi"))
		return printf("%ld\n", abi) < 0;
	for (; command < argc && strncmp(argv[command], "--", 2) == 0; command++) {
		if (is(argv[command], "--")) {
			command++;
			break;
		}
		if (is(argv[command], "--no-tcp")) {
			tcp = 1;
			continue;
		}
		if (is(argv[command], "--bind") || is(argv[command], "--connect"))
			tcp = 1;
		else if (!is(argv[command], "--ro") && !is(argv[command], "--rw"))
			wrong("no such option", argv[command]);
		if (++command == argc)
			wrong("needs a value", argv[command - 1]);
	}
	if (command == argc)
		wrong("what is to be run?", "no command");
	if (tcp && abi < 4) {
		errno = EOPNOTSUPP;
		fail("this kernel's Landlock knows no ports");
	}

	struct ruleset all = {.files = known_files(abi), .ports = tcp ? BIND | CONNECT : 0};
	int ruleset = (int)syscall(SYS_landlock_create_ruleset, &all, abi < 4 ? sizeof all.files : sizeof all.files + sizeof all.ports, 0);
	if (ruleset < 0)
		fail("landlock_create_ruleset");
	for (int i = 1; i < command; i++) {
		if (is(argv[i], "--ro"))
			allow_path(ruleset, argv[++i], all.files & READ);
		else if (is(argv[i], "--rw"))
			allow_path(ruleset, argv[++i], all.files);
		else if (is(argv[i], "--bind"))
			allow_port(ruleset, argv[++i], BIND);
		else if (is(argv[i], "--connect"))
			allow_port(ruleset, argv[++i], CONNECT);
	}
	/* Without it a setuid program could be led astray by its restrictions; so the kernel insists, or on CAP_SYS_ADMIN. */
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
		fail("no_new_privs");
	if (syscall(SYS_landlock_restrict_self, ruleset, 0))
		fail("landlock_restrict_self");
	close(ruleset);
	execvp(argv[command], argv + command);
	fail(argv[command]);
}
