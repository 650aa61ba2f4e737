#: hint: No container of yours runs
umount $(findmnt -rn -t proc -o TARGET | grep -vx /proc)
unshare --pid --fork --mount-proc sleep 1000 &
until pgrep -x sleep; do sleep 0.2; done
