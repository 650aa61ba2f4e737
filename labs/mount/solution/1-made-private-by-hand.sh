unshare --mount --propagation unchanged bash
mount --make-rprivate /
mount -t tmpfs mine /mnt
