mkdir /gone; mount --move /old /gone; umount -l /gone
