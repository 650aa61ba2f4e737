#: hint: It knows the way to some addresses only
ip -n c1 route add 203.0.113.0/24 via 172.17.0.1
ip -n c2 route add 203.0.113.0/24 via 172.17.0.1
