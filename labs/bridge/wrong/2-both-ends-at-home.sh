#: hint: Both ends of the cable, v2 and v1, are on the host
ip link add v1 type veth peer name v2
ip link set v1 master docker0 up
ip link set v2 up
ip address add 172.17.0.2/16 dev v2
