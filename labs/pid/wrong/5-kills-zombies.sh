#: hint: A zombie can't be killed
unshare --pid --fork --mount-proc spawner > /dev/null &
sleep 4
pkill -9 -x orphan
