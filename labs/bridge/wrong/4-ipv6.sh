#: reason: The host passes nothing on
sysctl -w net.ipv6.conf.all.forwarding=1
