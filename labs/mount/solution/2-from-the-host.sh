exit
unshare --mount --propagation unchanged sleep 1000 &
mount -t tmpfs x /mnt
