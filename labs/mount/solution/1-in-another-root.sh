mkdir -p /srv/r/bin /srv/r/mnt; cp /usr/bin/busybox /srv/r/bin/
unshare --mount chroot /srv/r /bin/busybox sh
busybox mount -t tmpfs mine /mnt
