su - student
unshare --user --map-root-user chroot /srv/jail /bin/sh
