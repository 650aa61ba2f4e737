cat > make.c <<'END'
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/shm.h>
int main(void) { return shmget(IPC_PRIVATE, 1, 0600) < 0 || msgget(IPC_PRIVATE, 0600) < 0; }
END
tcc -run make.c
