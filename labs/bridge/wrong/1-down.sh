#: hint: docker0 has 172.17.0.1/16, but it is down
ip link add docker0 type bridge
ip address add 172.17.0.1/16 dev docker0
