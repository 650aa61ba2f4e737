unshare --mount sleep 1000 &
nsenter --target $! --mount mount -t tmpfs mine /mnt
