#: hint: No process that was started since this step began is in a namespace of its own
pkill -KILL -x sleep
sleep 1000 &
until [ "$(cat /proc/$!/comm)" = sleep ]; do :; done
