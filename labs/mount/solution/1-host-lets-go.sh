mount -t tmpfs mine /mnt
unshare --mount sleep 1000 &
umount /mnt
