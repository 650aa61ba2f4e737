#: reason: is root: uid 0
exit
unshare --user --map-root-user --net bash
ip link set lo up
