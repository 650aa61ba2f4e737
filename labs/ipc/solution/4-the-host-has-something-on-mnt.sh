#: terminal 2
mount -t tmpfs none /mnt
#: terminal 1
unshare --mount bash
mount -t mqueue mqueue /dev/mqueue
