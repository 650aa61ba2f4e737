#: after the solution
#: hint: is ip_forward still 1
sysctl -w net.ipv4.ip_forward=0
