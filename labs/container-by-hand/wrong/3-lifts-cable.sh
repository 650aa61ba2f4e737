#: reason: no veth that is up and has an address
#: after the solution
ip link del h0
