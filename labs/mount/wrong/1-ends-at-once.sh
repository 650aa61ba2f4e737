#: reason: Every process sees the host's mounts
unshare --mount mount -t tmpfs mine /mnt
