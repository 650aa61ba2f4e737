ip netns add i1
ip link add iv1 link cloud0 netns i1 type ipvlan mode l2
ip -n i1 addr add 192.168.60.11/24 dev iv1
ip -n i1 link set iv1 up
