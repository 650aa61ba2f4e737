ip netns exec red bash
ip link set lo up
#: terminal 2
nsenter --net=/run/netns/blue ip link set dev lo up
