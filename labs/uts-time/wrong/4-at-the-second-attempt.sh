#: hint: ahead by 3600 s
exit
exit
unshare --time sleep 1000 &
until [ "$(cat /proc/$!/comm)" = sleep ]; do sleep 0.1; done
unshare --time --boottime 3600 bash
