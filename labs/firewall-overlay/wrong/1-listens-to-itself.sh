#: hint: the service was stopped, not its port closed
port=$(awk "/debug/ {print \$2}" /srv/box/ports)
pkill -f httpd.*$port
ip netns exec box httpd -p 127.0.0.1:$port -h /srv/box/debug
