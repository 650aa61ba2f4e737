#: after the solution
#: hint: is plugged into nothing
ip link set veth-c2 nomaster
