echo 'profile mine { file, }' | apparmor_parser --add
cat > /tmp/change.c <<'END'
#include <fcntl.h>
#include <unistd.h>
int main(void) {
  int fd = open("/proc/self/attr/current", O_WRONLY);
  if (write(fd, "changeprofile mine", 18) != 18) return 1;
  return pause();
}
END
cc -o /tmp/change /tmp/change.c && /tmp/change &
