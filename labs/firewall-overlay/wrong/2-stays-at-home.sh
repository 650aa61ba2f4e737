#: hint: mv1 is still in the host's network namespace
ip link add mv1 link lan0 type macvlan mode bridge
ip addr add 192.168.50.11/24 dev mv1
ip link set mv1 up
