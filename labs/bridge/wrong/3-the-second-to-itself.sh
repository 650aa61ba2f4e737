#: hint: The default route of c2 leads to 172.17.0.2
ip -n c2 route add default via 172.17.0.2
