#: terminal 2
unshare --ipc --mount sh -c 'umount /dev/mqueue; mount -t mqueue mqueue /dev/mqueue; exec sleep 1000' &
