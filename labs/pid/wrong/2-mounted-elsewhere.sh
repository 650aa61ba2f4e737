#: hint: sees another proc at /mnt
unshare --mount bash
mount -t proc proc /mnt
