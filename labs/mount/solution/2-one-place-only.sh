exit
mount --bind /mnt /mnt
unshare --mount --propagation unchanged bash
mount --make-rprivate /
mount --make-shared /mnt
exit
unshare --mount --propagation unchanged bash
mount -t tmpfs x /mnt
