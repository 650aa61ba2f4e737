#: hint: says EBUSY
umount /old
