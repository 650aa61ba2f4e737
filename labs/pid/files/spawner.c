/* Leaves ten orphans, two a second. Each lives for half a second, and then somebody has to wait for it: not we. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t start(void) {
	pid_t pid = fork();
	if (pid < 0) {
		perror("spawner: fork");
		exit(1);
	}
	return pid;
}

int main(void) {
	/* As number 1 of a PID namespace it would not get Ctrl-C without a handler. */
	signal(SIGINT, _exit);
	for (int orphan = 1; orphan <= 10; orphan++) {
		pid_t child = start();
		if (child == 0) {
			if (start() == 0) {
				prctl(PR_SET_NAME, "orphan");
				usleep(500000);
			}
			_exit(0);
		}
		waitpid(child, NULL, 0);
		printf("orphan %d of 10\n", orphan);
		fflush(stdout);
		usleep(500000);
	}
	for (;;)
		pause();
}
