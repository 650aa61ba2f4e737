port=$(awk "/debug/ {print \$2}" /srv/box/ports)
ip -n box rule add ipproto tcp sport $port prohibit
