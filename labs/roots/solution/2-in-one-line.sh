#: terminal 2
exec chroot /srv/jail /bin/sh -c 'breakout /bin/sleep 1000 & exec sleep 1000'
#: wait exec
