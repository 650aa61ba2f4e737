cat > deny.c <<'EOF'
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  int status;
  if (fork() == 0) {
    struct sock_filter code[] = { BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS) };
    struct sock_fprog program = { 1, code };
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
    execl("/bin/true", "true", (char *)0);
    return 1;
  }
  wait(&status);
  printf("%d\n", 128 + WTERMSIG(status));
  return 0;
}
EOF
cc -o deny deny.c
./deny
#: answer
