exit
exit
unshare --mount bash
mount --bind /srv/jail /srv/jail
cd /srv/jail
pivot_root . .
exec chroot . /bin/sh
