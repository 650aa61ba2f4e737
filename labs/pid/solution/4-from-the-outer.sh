exit
unshare --pid --fork --mount-proc sleep 1000 &
until pgrep -x sleep; do sleep 0.1; done
#: look
kill -9 $(pgrep -x sleep)
