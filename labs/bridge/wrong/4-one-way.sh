#: hint: but not through uplink
sysctl -w net.ipv4.conf.docker0.forwarding=1
