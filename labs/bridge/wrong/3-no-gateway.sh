#: hint: it takes the whole world for its neighbours
ip -n c1 route add default dev eth0
ip -n c2 route add default dev eth0
