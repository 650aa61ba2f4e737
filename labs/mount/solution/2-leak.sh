exit
unshare --mount --propagation unchanged bash
mount -t tmpfs everybodys /mnt
#: terminal 2
findmnt /mnt
