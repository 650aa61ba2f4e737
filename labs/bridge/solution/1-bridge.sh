ip link add docker0 type bridge
ip address add 172.17.0.1/16 dev docker0
ip link set docker0 up
