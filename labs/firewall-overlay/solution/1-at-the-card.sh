port=$(awk "/debug/ {print \$2}" /srv/box/ports)
ip netns exec box nft "add table netdev t; add chain netdev t a { type filter hook ingress device wan0 priority 0; }; add rule netdev t a tcp dport $port drop; add chain netdev t b { type filter hook ingress device wan1 priority 0; }; add rule netdev t b tcp dport $port drop"
