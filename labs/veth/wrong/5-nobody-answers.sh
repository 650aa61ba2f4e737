#: hint: red has sent 2 echo requests, and no answer came back
ip netns exec blue sysctl -q net.ipv4.icmp_echo_ignore_all=1
ip netns exec red ping -c 2 -W 1 10.0.0.2
