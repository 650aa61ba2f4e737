iptables-legacy -t nat -A POSTROUTING -o uplink -j MASQUERADE
