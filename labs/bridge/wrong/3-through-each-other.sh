#: hint: The default route of c1 leads to 172.17.0.3
ip -n c1 route add default via 172.17.0.3
ip -n c2 route add default via 172.17.0.2
