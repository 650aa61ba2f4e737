#: hint: That is too wide
ip netns exec box iptables -A INPUT -p tcp -j DROP
