unshare --mount bash
mount -t proc proc /mnt
mount --move /mnt /proc
