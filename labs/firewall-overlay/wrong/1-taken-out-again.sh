#: hint: of box answers the host and peer
#: after the solution
ip netns exec box iptables -F
