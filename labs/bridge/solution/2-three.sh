for n in 1 2 3; do ip netns add c$n; ip link add veth-c$n type veth peer name eth0 netns c$n; ip link set veth-c$n master docker0; done
ip link set veth-c1 up; ip -n c1 address add 172.17.0.2/16 dev eth0; ip -n c1 link set eth0 up
ip link set veth-c3 up; ip -n c3 address add 172.17.0.3/16 dev eth0; ip -n c3 link set eth0 up
