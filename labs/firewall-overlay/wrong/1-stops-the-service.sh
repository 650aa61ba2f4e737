#: hint: the service was stopped, not its port closed
port=$(awk "/debug/ {print \$2}" /srv/box/ports)
pkill -f httpd.*$port
