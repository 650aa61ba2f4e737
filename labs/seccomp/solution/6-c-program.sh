crun delete -f box
cat > run.c <<'EOF'
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <unistd.h>
static const int allowed[] = { 3, 4, 6, 11, 33, 45, 90, 91, 125, 191, 192, 243, 252, 258, 295, 297, 311, 355, 383, 386 };
enum { N = sizeof allowed / sizeof *allowed };
int main(void) {
  struct sock_filter code[N + 3] = { BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0) };
  for (int i = 0; i < N; i++) {
    struct sock_filter test = BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, allowed[i], N - i, 0);
    code[1 + i] = test;
  }
  struct sock_filter no = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | 13), yes = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  code[N + 1] = no;
  code[N + 2] = yes;
  struct sock_fprog program = { N + 3, code };
  chroot("/srv/box/rootfs");
  chdir("/");
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
  execl("/bin/app", "app", (char *)0);
  return 1;
}
EOF
cc -o run run.c; ./run &
sleep 2; ask hello
