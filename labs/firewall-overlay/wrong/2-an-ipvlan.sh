#: hint: mv1 (in /run/netns/m1) is an ipvlan
ip netns add m1; ip link add mv1 link cloud0 netns m1 type ipvlan mode l2; ip -n m1 addr add 192.168.50.11/24 dev mv1; ip -n m1 link set mv1 up
