#: hint: there is queue
cat > full.c <<'END'
#define _GNU_SOURCE
#include <sched.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <unistd.h>
int main(void) { return unshare(CLONE_NEWIPC) || msgget(7, IPC_CREAT | 0600) < 0 || execlp("bash", "bash", (char *)0); }
END
tcc -run full.c
