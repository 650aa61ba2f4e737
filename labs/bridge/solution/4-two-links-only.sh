sysctl -w net.ipv4.conf.docker0.forwarding=1
sysctl -w net.ipv4.conf.uplink.forwarding=1
