#: hint: veth-c1, whose other end is eth0 in c1, is plugged into nothing
ip netns add c1
ip link add veth-c1 type veth peer name eth0 netns c1
ip link set veth-c1 up
ip -n c1 address add 172.17.0.2/16 dev eth0
ip -n c1 link set eth0 up
