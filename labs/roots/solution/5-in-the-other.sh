#: terminal 2
mkdir -p /srv/other/bin; cp /usr/bin/busybox /srv/other/bin/
bwrap --bind /srv/other / /bin/busybox sleep 1000 &
bwrap --bind /srv/jail / /bin/sh
/bin/breakout
busybox ls -id /
#: answer
