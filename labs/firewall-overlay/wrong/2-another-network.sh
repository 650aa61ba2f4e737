#: hint: has the address 10.50.0.11
ip netns add m1; ip link add mv1 link lan0 netns m1 type macvlan mode bridge; ip -n m1 addr add 10.50.0.11/24 dev mv1; ip -n m1 link set mv1 up
