#: after the solution
#: hint: But nothing was mounted there yet
#: terminal 2
umount /mnt
