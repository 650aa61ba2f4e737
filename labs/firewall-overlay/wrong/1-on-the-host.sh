#: hint: it has a rule in ip filter OUTPUT
port=$(awk "/debug/ {print \$2}" /srv/box/ports)
iptables -A OUTPUT -p tcp --dport $port -j DROP
