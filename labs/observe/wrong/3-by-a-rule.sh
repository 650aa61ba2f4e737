#: hint: something else drops them
iptables -A OUTPUT -m cgroup --path $(cat /tmp/name) -j DROP
