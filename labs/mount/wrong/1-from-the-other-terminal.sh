#: hint: everybody on the host sees it
unshare --mount bash
#: terminal 2
mount -t tmpfs mine /mnt
