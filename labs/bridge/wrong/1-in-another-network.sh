#: hint: docker0 is a bridge in c1, not on the host
ip netns add c1
ip -n c1 link add docker0 type bridge
ip -n c1 address add 172.17.0.1/16 dev docker0
ip -n c1 link set docker0 up
