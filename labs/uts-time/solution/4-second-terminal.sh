#: terminal 2
unshare --time --boottime $((24 * 3600)) --monotonic 86400 --fork sleep 1000 &
