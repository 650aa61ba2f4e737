ip -n red link add eth0 type veth peer name eth9 netns blue
ip netns exec red bash -c 'ip link set eth0 up && ip address add 172.16.0.1/30 dev eth0'
ip netns exec blue bash -c 'ip link set eth9 up && ip address add 172.16.0.2/30 dev eth9'
