#: after the solution
#: hint: nothing in it is its own
umount /mnt
