#: hint: though the host has the rule
iptables-legacy -t nat -A POSTROUTING -s 172.18.0.0/16 -j MASQUERADE
