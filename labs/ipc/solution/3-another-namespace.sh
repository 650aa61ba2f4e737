exit
unshare --ipc sysv send 42 'nobody stays'
unshare --ipc sh -c 'sysv send 42 "of another namespace"; exec sleep 1000' &
