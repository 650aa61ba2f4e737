#: hint: is closed to peer at 10.9.0.2, but not to the host
port=$(awk "/debug/ {print \$2}" /srv/box/ports)
ip netns exec peer iptables -A OUTPUT -p tcp --dport $port -j DROP
