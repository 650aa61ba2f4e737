#: hint: on the host its uid is 0
unshare --user sleep 1000 &
until [ "$(cat /proc/$!/comm)" = sleep ]; do sleep 0.1; done
