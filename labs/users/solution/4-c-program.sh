cat > /tmp/p.c <<'END'
#include <sys/prctl.h>
#include <unistd.h>
int main(void) { prctl(38, 1, 0, 0, 0); execl("/bin/sh", "sh", "-c", "sleep 1000", (char *)0); }
END
chmod 644 /tmp/p.c; cc -o /tmp/p /tmp/p.c; su student -c /tmp/p &
