unshare --uts --pid --fork --mount-proc sleep 1000 &
umount $(findmnt -rn -t proc -o TARGET | grep -vx /proc)
