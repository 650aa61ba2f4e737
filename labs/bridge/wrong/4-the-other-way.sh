#: hint: but not through docker0
sysctl -w net.ipv4.conf.uplink.forwarding=1
