port=$(awk "/debug/ {print \$2}" /srv/box/ports)
iptables -A OUTPUT -p tcp --dport $port -j DROP
iptables-legacy -A OUTPUT -p tcp --dport $port -j DROP
iptables-legacy -F
iptables -F
ip netns exec box iptables -A INPUT -p tcp --dport $port -j DROP
