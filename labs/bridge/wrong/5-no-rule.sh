#: reason: it knows no way to 172.17.0.0/16
iptables -A FORWARD -j ACCEPT
iptables -t nat -A PREROUTING -p tcp --dport 9999 -j DNAT --to-destination 172.17.0.2
