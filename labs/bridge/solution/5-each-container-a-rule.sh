iptables -t nat -A POSTROUTING -s 172.17.0.2 -o uplink -j MASQUERADE
iptables -t nat -A POSTROUTING -s 172.17.0.3 -o uplink -j MASQUERADE
