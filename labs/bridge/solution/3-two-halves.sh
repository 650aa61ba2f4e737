ip -n c1 route add 0.0.0.0/1 via 172.17.0.1
ip -n c1 route add 128.0.0.0/1 via 172.17.0.1
ip netns exec c2 bash
ip route replace default via 172.17.0.1 metric 100
