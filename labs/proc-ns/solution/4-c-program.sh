cat > join.c <<'END'
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <unistd.h>
int main(void) {
  if (setns(open("/run/box", O_RDONLY), CLONE_NEWUTS) != 0) return 1;
  return execlp("bash", "bash", (char *)0);
}
END
tcc -o join join.c
./join
