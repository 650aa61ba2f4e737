ip netns del c1; ip netns add c9; ip link add veth-c9 type veth peer name eth0 netns c9; ip link set veth-c9 master docker0 up
ip -n c9 address add 172.17.0.9/16 dev eth0; ip -n c9 link set eth0 up
ip -n c9 route add default via 172.17.0.1
ip -n c2 route add default via 172.17.0.1
