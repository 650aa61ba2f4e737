#: hint: the service was stopped, not its port closed
port=$(awk "/debug/ {print \$2}" /srv/box/ports)
(sleep 1000 | nc 10.9.0.2 $port &)
until ss -N box -tn | grep -q ":$port "; do sleep 0.2; done
pkill -o -f "httpd.*$port"
