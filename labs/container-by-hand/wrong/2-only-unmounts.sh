#: reason: No container of yours runs
umount $(findmnt -rn -t proc -o TARGET | grep -vx /proc)
