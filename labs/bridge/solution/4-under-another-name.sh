ip link set uplink down; ip link set uplink name wan; ip link set wan up
sysctl -w net.ipv4.ip_forward=1
