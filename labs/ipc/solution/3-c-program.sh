cat > segment.c <<'END'
#include <string.h>
#include <sys/ipc.h>
#include <sys/shm.h>
int main(void) { return strcpy(shmat(shmget(43, 10, IPC_CREAT | 0600), 0, 0), "mine") == 0; }
END
tcc -run segment.c
