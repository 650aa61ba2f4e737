printf '#include <signal.h>\n#include <unistd.h>\nint main(void) { signal(SIGCHLD, SIG_IGN); for (;;) pause(); }\n' > /srv/init.c
cc -o /srv/init /srv/init.c
unshare --pid --fork --mount-proc /srv/init &
until pgrep -x init; do sleep 0.1; done
nsenter --target $(pgrep -x init) --pid --mount spawner
#: wait orphan 4
