printf '#define _GNU_SOURCE\n#include <sched.h>\n#include <unistd.h>\nint main(void) { unshare(CLONE_NEWPID); if (fork() == 0) execlp("sleep", "sleep", "1000", NULL); return 0; }\n' > /tmp/box.c
cc -o /tmp/box /tmp/box.c
/tmp/box
