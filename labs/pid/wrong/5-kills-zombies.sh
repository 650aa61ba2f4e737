#: hint: A zombie can't be killed
unshare --pid --fork --mount-proc spawner > /dev/null &
until ps -eo stat,comm | grep 'Z.*orphan'; do sleep 0.1; done
pkill -9 -x orphan
