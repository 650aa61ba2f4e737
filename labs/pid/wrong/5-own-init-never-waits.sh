#: hint: it does not wait() for them
printf '#include <unistd.h>\nint main(void) { if (fork() == 0) execlp("spawner", "spawner", (char *)0); for (;;) pause(); }\n' > /srv/init.c
cc -o /srv/init /srv/init.c
unshare --pid --fork --mount-proc /srv/init
#: wait orphan 6
