#: reason: no address that the host has not as well
#: after the solution
ip link del h0
