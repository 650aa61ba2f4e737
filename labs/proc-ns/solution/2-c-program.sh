cat > find.c <<'END'
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
int main(void) {
  const char *types[] = {"cgroup", "ipc", "net"};
  for (int pid = 2; pid < 32768; pid++)
    for (int i = 0; i < 3; i++) {
      char one[64], other[64];
      struct stat a, b;
      sprintf(one, "/proc/1/ns/%s", types[i]);
      sprintf(other, "/proc/%d/ns/%s", pid, types[i]);
      if (stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_ino != b.st_ino) return printf("%d\n", pid) < 0;
    }
  return 1;
}
END
tcc -run find.c
#: answer
