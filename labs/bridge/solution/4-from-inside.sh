ip netns exec c1 bash
nsenter --target 1 --net sysctl -w net.ipv4.ip_forward=1
