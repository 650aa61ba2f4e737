#: hint: The host has no route through docker0 to 172.17.255.255, the address of eth0 in c1
ip netns add c1
ip link add veth-c1 type veth peer name eth0 netns c1
ip link set veth-c1 master docker0 up
ip -n c1 link set eth0 up
ip -n c1 address add 172.17.255.255/16 dev eth0
