#: hint: but is not in it
exit
exit
cat > clock.c <<'END'
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <unistd.h>
int main(void) {
  if (unshare(0x80) != 0) return 1;
  int offsets = open("/proc/self/timens_offsets", O_WRONLY);
  if (write(offsets, "boottime 86400 0", 16) != 16) return 1;
  puts("done");
  fflush(stdout);
  return pause();
}
END
unshare --time tcc -run clock.c
#: wait done
