#: hint: an address of its own
ip netns add i1
ip link add iv1 link cloud0 netns i1 type macvlan mode bridge
ip -n i1 addr add 192.168.60.11/24 dev iv1
ip -n i1 link set iv1 up
