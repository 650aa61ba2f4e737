#: hint: c2 has no default route
ip -n c1 route add default via 172.17.0.1
