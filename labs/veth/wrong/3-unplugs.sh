#: after the solution
#: reason: There is no veth cable
ip -n red link delete to-blue
