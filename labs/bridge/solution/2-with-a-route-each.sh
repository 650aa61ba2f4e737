for n in 1 2; do ip netns add c$n; ip link add veth-c$n type veth peer name eth0 netns c$n; ip link set veth-c$n master docker0 up; ip -n c$n link set eth0 up; done
for n in 1 2; do ip -n c$n address add 172.17.$n.2 dev eth0; ip -n c$n route add 172.17.0.0/16 dev eth0; done
