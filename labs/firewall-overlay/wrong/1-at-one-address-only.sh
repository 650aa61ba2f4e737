#: hint: but not to peer at 10.9.1.2
ip netns exec box iptables -A INPUT -p tcp -d 10.9.0.2 --dport $(awk '/debug/ {print $2}' /srv/box/ports) -j DROP
