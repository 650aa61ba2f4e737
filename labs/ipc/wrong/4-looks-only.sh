#: reason: sees at /dev/mqueue is the host's
ls /dev/mqueue
unshare --mount sleep 1000 &
