for n in 1 2; do ip netns add c$n; ip link add veth-c$n type veth peer name eth0 netns c$n; done
for n in 1 2; do ip link set veth-c$n master docker0 up; ip -n c$n address add 172.17.0.$((n+1))/16 dev eth0; ip -n c$n link set eth0 up; ip -n c$n link set lo up; done
