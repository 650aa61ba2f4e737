#: after the solution
#: reason: There is no overlay
umount /tmp/box/merged
