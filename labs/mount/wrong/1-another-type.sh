#: hint: /mnt is a new ramfs, and no tmpfs is new
unshare --mount bash
mount -t ramfs mine /mnt
