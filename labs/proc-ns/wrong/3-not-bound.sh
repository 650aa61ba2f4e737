#: hint: but only process
touch /run/box
unshare --ipc sleep 1000 &
ln -sf /proc/$!/ns/ipc /run/box
