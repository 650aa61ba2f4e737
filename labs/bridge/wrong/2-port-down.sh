#: hint: veth-c1 is a port of docker0, but it is down
ip netns add c1
ip link add veth-c1 type veth peer name eth0 netns c1
ip link set veth-c1 master docker0
ip -n c1 address add 172.17.0.2/16 dev eth0
ip -n c1 link set eth0 up
