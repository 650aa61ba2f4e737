exit
exit
busybox unshare -m sh
busybox mount --bind /srv/jail /srv/jail; cd /srv/jail; mkdir -p old; busybox pivot_root . old; exec /bin/sh
