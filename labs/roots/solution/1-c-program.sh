cat > /tmp/c.c <<'END'
#include <unistd.h>
int main(void) { chroot("/srv/jail"); pause(); }
END
cc -o /tmp/c /tmp/c.c; /tmp/c &
