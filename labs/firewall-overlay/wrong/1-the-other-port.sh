#: hint: That is the wrong one
web=$(awk "/web/ {print \$2}" /srv/box/ports)
ip netns exec box iptables -A INPUT -p tcp --dport $web -j DROP
