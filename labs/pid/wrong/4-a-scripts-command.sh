#: hint: nobody killed its number 1
exit
exit
exit
echo 'sleep 1000' > script; unshare --pid --fork bash script &
until pgrep -x sleep; do sleep 0.1; done
#: look
pkill -x sleep
