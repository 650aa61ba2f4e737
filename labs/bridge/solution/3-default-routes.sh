ip -n c1 route add default via 172.17.0.1
ip -n c2 route add default via 172.17.0.1
