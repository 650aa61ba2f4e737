#: terminal 2
unshare --pid --fork --kill-child sleep 1000 &
sleep 1
kill -9 $!
