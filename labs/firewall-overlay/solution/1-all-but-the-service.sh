#: terminal 2
web=$(awk "/web/ {print \$2}" /srv/box/ports)
nsenter --target $(pgrep -f httpd.*$web) --net bash -c "iptables -P INPUT DROP; iptables -A INPUT -p tcp --dport $web -j ACCEPT"
