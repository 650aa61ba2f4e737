mkdir -p /srv/root/bin /srv/root/proc
cp /bin/busybox /srv/root/bin/busybox
mount -t proc proc /srv/root/proc
chroot /srv/root /bin/busybox sh
