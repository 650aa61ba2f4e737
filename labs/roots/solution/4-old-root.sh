umount -l /old
