#: hint: but from itself
ip netns exec blue sysctl -q net.ipv4.icmp_echo_ignore_all=1
ip netns exec red ping -c 1 10.0.0.1
