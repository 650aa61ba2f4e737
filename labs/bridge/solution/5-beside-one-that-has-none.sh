ip netns add c3; ip link add veth-c3 type veth peer name eth0 netns c3; ip link set veth-c3 master docker0 up
ip -n c3 address add 172.17.0.9/16 dev eth0; ip -n c3 link set eth0 up; ip -n c3 route add default via 172.17.0.1
ip -n c1 route add default via 172.17.0.1 table 100; ip -n c1 route del default
iptables -t nat -A POSTROUTING -s 172.17.0.0/16 -o uplink -j MASQUERADE
