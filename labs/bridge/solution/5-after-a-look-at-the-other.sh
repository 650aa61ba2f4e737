iptables-legacy -t nat -L -n
iptables -t nat -A POSTROUTING -j MASQUERADE
