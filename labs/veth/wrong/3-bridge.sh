#: hint: br0 in the host is a link of kind bridge
ip link add br0 type bridge
