#: hint: is 1 in c1, and 0 on the host
ip netns exec c1 sysctl -w net.ipv4.ip_forward=1
