#: reason: Every process is in a user namespace that was there before
exit
unshare --net bash
ip link set lo up
