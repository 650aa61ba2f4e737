#: hint: is empty
cat > queue.c <<'END'
#include <sys/ipc.h>
#include <sys/msg.h>
int main(void) { return msgget(42, IPC_CREAT | 0600) < 0; }
END
tcc -run queue.c
