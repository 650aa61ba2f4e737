#: hint: No cable leads from the host into c
ip netns add c1; ip netns add c2
ip -n c1 link add eth0 type veth peer name eth0 netns c2
for n in 1 2; do ip -n c$n address add 172.17.0.1$n/16 dev eth0; ip -n c$n link set eth0 up; done
