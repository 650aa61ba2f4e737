exit
exit
unshare --mount bash
mount -t tmpfs none /mnt; cp -a /srv/jail/. /mnt; mkdir /mnt/o; cd /mnt; pivot_root . o; exec /bin/sh
