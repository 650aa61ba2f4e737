#: hint: No cable leads from the host into c1
ip netns add c1
ip -n c1 link add eth0 type veth peer name eth1
ip -n c1 address add 172.17.0.2/16 dev eth0
ip -n c1 link set eth0 up
ip -n c1 link set eth1 up
