#: hint: 172.17.0.1 is on port0, which is a port of docker0
ip link add docker0 type bridge
ip link add port0 type veth peer name port1
ip link set port0 master docker0
ip address add 172.17.0.1/16 dev port0
ip link set docker0 up
ip link set port0 up
