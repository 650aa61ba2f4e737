chroot /srv/jail /bin/sh
