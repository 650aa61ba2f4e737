#: terminal 2
unshare --ipc --mount sleep 1000 &
