port=$(awk "/debug/ {print \$2}" /srv/box/ports)
nsenter --net=/run/netns/box bash
iptables-legacy -I INPUT -p tcp --dport $(awk "/debug/ {print \$2}" /srv/box/ports) -j REJECT
