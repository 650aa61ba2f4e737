#: hint: but also another mount namespace
unshare --mount chroot /srv/jail /bin/sh
