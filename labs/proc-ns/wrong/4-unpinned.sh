#: hint: With the last mount gone it is gone
umount /run/box
