ip netns add i1
ip link add try0 link cloud0 netns i1 type macvlan mode bridge
ip -n i1 addr add 192.168.60.11/24 dev try0
ip -n i1 link set try0 up
ip -n i1 link delete try0
ip link add iv1 link cloud0 type ipvlan mode l2
ip link set iv1 netns i1
ip -n i1 addr add 192.168.60.11/24 dev iv1
ip -n i1 link set iv1 up
