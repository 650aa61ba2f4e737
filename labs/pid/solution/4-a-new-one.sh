exit
exit
exit
unshare --pid --fork sleep 1000 &
until pgrep -x sleep; do sleep 0.1; done
#: look
pkill -9 -x sleep
