/* demo ROOT HOSTNAME PROGRAM [ARGUMENT…]: the talk's container_go, in C. */
#define _GNU_SOURCE
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

static int child(void *given)
{
	char **argv = given;
	if (sethostname(argv[2], strlen(argv[2])) || chroot(argv[1]) || chdir("/") || mount("proc", "/proc", "proc", 0, NULL)) {
		perror("demo");
		return 1;
	}
	execv(argv[3], argv + 3);
	perror(argv[3]);
	return 1;
}

int main(int argc, char **argv)
{
	static char stack[65536];
	if (argc < 4)
		return 1;
	pid_t pid = clone(child, stack + sizeof stack, CLONE_NEWUTS | CLONE_NEWPID | SIGCHLD, argv);
	if (pid < 0)
		perror("clone");
	return pid < 0 || waitpid(pid, NULL, 0) != pid;
}
