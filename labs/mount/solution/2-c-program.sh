exit
cat > /tmp/leak.c <<'END'
#define _GNU_SOURCE
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>
int main(void) { unshare(CLONE_NEWNS); mount("x", "/media", "tmpfs", 0, ""); pause(); }
END
cc -o /tmp/leak /tmp/leak.c && /tmp/leak &
