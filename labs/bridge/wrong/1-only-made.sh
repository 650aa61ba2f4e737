#: hint: docker0 is a bridge without an address, down
ip link add docker0 type bridge
