#: hint: A zombie can't be killed
unshare --pid --fork --mount-proc spawner > /dev/null &
sleep 3
pkill -9 -x orphan
