#: reason: has a network that belongs to the host
exit
ip netns add other; ip -n other link set lo up
ip netns exec other setpriv --reuid 1000 --regid 1000 --clear-groups unshare --user --map-root-user sleep 1000 &
until [ "$(cat /proc/$!/comm)" = sleep ]; do sleep 0.1; done
