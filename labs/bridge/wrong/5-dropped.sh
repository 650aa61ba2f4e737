#: hint: is there a policy `drop`
iptables -P FORWARD DROP
iptables-legacy -A FORWARD -i docker0 -j ACCEPT
iptables -t nat -A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
