#: reason: so mounts go both ways
umount /mnt
