#: reason: lo is down in blue and red
ip link set lo up
