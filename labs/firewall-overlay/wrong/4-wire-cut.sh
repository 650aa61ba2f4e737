#: hint: the wire below must be up
#: after the solution
ip -n host-a link set wire down
