#: hint: something else is mounted over it
cat > /tmp/cover.c <<'END'
#include <sys/mount.h>
#include <unistd.h>
int main(void) {
  mount("/srv/data", "/media", 0, MS_BIND, 0);
  chdir("/media");
  mount("x", "/media", "tmpfs", 0, 0);
  mount("x", ".", 0, MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID, 0);
}
END
cc -o /tmp/cover /tmp/cover.c && /tmp/cover
