#: hint: but no process is in it
touch /run/ipc
cat > keep.c <<'END'
#define _GNU_SOURCE
#include <sched.h>
#include <stdlib.h>
#include <sys/ipc.h>
#include <sys/msg.h>
int main(void) {
  if (unshare(CLONE_NEWIPC) != 0 || msgget(7, IPC_CREAT | 0600) < 0) return 1;
  return system("mount --bind /proc/self/ns/ipc /run/ipc");
}
END
tcc -run keep.c
