#: hint: docker0 is a bridge without an address, up
ip link add docker0 type bridge
ip link set docker0 up
