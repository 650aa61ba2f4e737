exit
chroot /srv/jail /bin/sh
breakout /bin/sleep 1000 &
