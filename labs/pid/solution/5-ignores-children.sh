printf '#include <signal.h>\n#include <unistd.h>\nint main(void) { signal(SIGCHLD, SIG_IGN); for (;;) pause(); }\n' > /srv/init.c
cc -o /srv/init /srv/init.c
unshare --pid --fork --mount-proc /srv/init &
sleep 1
nsenter --target $(pgrep -x init) --pid --mount spawner
#: wait orphan 4
