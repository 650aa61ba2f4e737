#: reason: The sets of process
unshare --user --map-root-user setpriv --bounding-set=-all,+net_admin sleep 1000 &
until [ "$(cat /proc/$!/comm)" = sleep ]; do sleep 0.1; done
