#: reason: lo is down in blue and red
unshare --net bash
ip link set lo up
