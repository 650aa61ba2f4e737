#: hint: are in one place: the host
ip link add to-blue type veth peer name to-red
ip link set to-blue up
