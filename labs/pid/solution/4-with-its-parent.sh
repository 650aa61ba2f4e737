#: terminal 2
unshare --pid --fork --kill-child sleep 1000 &
until pgrep -P $!; do sleep 0.1; done
#: look
kill -9 $!
