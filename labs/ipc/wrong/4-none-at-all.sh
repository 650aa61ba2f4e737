#: hint: sees no mqueue file system at all
umount /dev/mqueue
