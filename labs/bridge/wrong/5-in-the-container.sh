#: reason: The outside host does not answer c
ip netns exec c1 iptables -t nat -A POSTROUTING -j MASQUERADE
