cat > stack.c <<'EOF'
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <unistd.h>
static int refuse(unsigned number) {
  struct sock_filter code[] = {
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = { 4, code };
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}
int main(void) {
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  refuse(15);
  refuse(94);
  refuse(306);
  execlp("sleep", "sleep", "1000", (char *)0);
  return 1;
}
EOF
cc -o stack stack.c
./stack &
