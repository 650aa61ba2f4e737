busybox umount -l /old && rmdir /old
