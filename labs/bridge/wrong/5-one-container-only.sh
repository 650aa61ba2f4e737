#: hint: though the host has the rule
iptables -t nat -A POSTROUTING -s 172.17.0.2 -j MASQUERADE
