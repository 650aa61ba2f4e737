#: hint: A new mount namespace begins as a copy
#: after the solution
umount /proc
