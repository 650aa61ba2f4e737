#: hint: One container is plugged in: c1
ip netns add c1
for n in 1 2; do ip link add v$n type veth peer name eth$n netns c1; ip link set v$n master docker0 up; ip -n c1 address add 172.17.0.2$n/16 dev eth$n; ip -n c1 link set eth$n up; done
