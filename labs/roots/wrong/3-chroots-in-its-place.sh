#: hint: is only chrooted in it
exit
exit
unshare --mount bash
mount --bind /srv/jail /srv/jail
exec chroot /srv/jail /bin/sh
