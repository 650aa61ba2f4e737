#: hint: veth-c1, whose other end is eth0 in c1, is a port of br1
ip link add br1 type bridge
ip netns add c1
ip link add veth-c1 type veth peer name eth0 netns c1
ip link set veth-c1 up master br1
