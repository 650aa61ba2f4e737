#: hint: nobody killed its number 1
exit
exit
exit
unshare --pid --fork tini sleep 1000 < /dev/null &
until pgrep -x sleep; do sleep 0.1; done
#: look
pkill -9 -x sleep
