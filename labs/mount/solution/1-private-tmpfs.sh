unshare --mount bash
mount -t tmpfs mine /mnt
findmnt /mnt
