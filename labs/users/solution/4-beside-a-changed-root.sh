mount --bind /usr/local/bin /usr/local/bin
mount -o remount,bind,nosuid /usr/local/bin
mkdir -p /tmp/other/bin; cp /bin/busybox /tmp/other/bin
chroot /tmp/other /bin/busybox sleep 1000 &
