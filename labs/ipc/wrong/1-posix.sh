#: reason: holds no queue and no segment
touch /dev/mqueue/mine /dev/shm/mine
unshare --ipc sleep 1000 &
