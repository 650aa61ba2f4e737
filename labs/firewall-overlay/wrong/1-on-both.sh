#: hint: it has -A INPUT -p tcp
port=$(awk "/debug/ {print \$2}" /srv/box/ports)
ip netns exec box iptables -A INPUT -p tcp --dport $port -j DROP
iptables-legacy -A INPUT -p tcp --dport $port -j DROP
