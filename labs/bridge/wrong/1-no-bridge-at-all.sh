#: hint: 172.17.0.1 is on docker0, a link of kind dummy
ip link add docker0 type dummy
ip address add 172.17.0.1/16 dev docker0
ip link set docker0 up
