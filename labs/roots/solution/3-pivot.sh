exit
exit
unshare --mount bash
mount --bind /srv/jail /srv/jail
cd /srv/jail
mkdir -p old
pivot_root . old
exec /bin/sh
