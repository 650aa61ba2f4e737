#: hint: has no default route
ip route add default via 172.17.0.2 table 100
