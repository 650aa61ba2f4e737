exit
unshare --pid --fork --mount sleep 1000 &
sleep 1
nsenter --target $(pgrep -x sleep) --pid --mount mount -t proc proc /proc
