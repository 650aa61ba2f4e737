#: hint: nothing in it is its own
unshare --mount sleep 1000 &
umount /dev/shm
