port=$(awk "/debug/ {print \$2}" /srv/box/ports)
ip netns exec box iptables -A INPUT -p tcp --dport $port -j DROP
ip netns exec box nft list ruleset
