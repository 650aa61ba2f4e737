cat > ipc.c <<'END'
#define _GNU_SOURCE
#include <sched.h>
#include <unistd.h>
int main(void) { return unshare(CLONE_NEWIPC) || execlp("bash", "bash", (char *)0); }
END
tcc -run ipc.c
