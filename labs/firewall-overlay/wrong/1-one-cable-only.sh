#: hint: is closed to the host at 10.9.0.2, but not to peer
port=$(awk "/debug/ {print \$2}" /srv/box/ports)
ip netns exec box iptables -A INPUT -i wan0 -p tcp --dport $port -j DROP
