#: hint: docker0 has the address 172.17.0.0/16
ip link add docker0 type bridge
ip link set docker0 up
ip address add 172.17.0.0/16 dev docker0
