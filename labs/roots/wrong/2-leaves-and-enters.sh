#: hint: `cd ..` leads nowhere
exit
chroot /srv/jail /bin/sh
