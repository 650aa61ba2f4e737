#: reason: There is no veth cable
ip -n red link set lo name to-blue
