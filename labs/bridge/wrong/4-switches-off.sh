#: after the solution
#: hint: The host passes nothing on
sysctl -w net.ipv4.ip_forward=0
