busybox sysctl -w net.ipv4.conf.all.forwarding=1
