exit
exit
exit
unshare --pid --fork --mount-proc tini sleep 1000 < /dev/null &
until pgrep -x sleep; do sleep 0.1; done
#: look
pkill -x tini
