ip netns add m1
ip link add mv1 link lan0 netns m1 type macvlan mode bridge
ip -n m1 addr add 192.168.50.11/24 dev mv1
ip -n m1 link set mv1 up
ip netns add m2
ip link add mv2 link lan0 netns m2 type macvlan mode bridge
ip -n m2 addr add 192.168.50.12/24 dev mv2
ip -n m2 link set mv2 up
