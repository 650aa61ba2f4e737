#: hint: The outside host sees c
ip -n outside route add 172.17.0.0/16 via 203.0.113.1
