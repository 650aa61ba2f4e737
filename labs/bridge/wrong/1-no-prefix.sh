#: hint: docker0 has the address 172.17.0.1/32
ip link add docker0 type bridge
ip address add 172.17.0.1 dev docker0
ip link set docker0 up
