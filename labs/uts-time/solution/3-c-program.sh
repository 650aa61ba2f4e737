exit
su - student
cat > rootless.c <<'END'
#define _GNU_SOURCE
#include <sched.h>
#include <unistd.h>
int main(void) {
  if (unshare(CLONE_NEWUSER | CLONE_NEWUTS) != 0) return 1;
  return execlp("bash", "bash", (char *)0);
}
END
tcc -run rootless.c
