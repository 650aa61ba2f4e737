port=$(awk "/debug/ {print \$2}" /srv/box/ports)
ip netns exec box nft "add table inet door; add chain inet door in { type filter hook input priority 0; }; add rule inet door in tcp dport $port drop"
