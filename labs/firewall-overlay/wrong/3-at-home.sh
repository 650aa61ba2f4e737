#: hint: iv1 is still in the host's network namespace
ip link add iv1 link cloud0 type ipvlan mode l2
ip addr add 192.168.60.11/24 dev iv1
ip link set iv1 up
