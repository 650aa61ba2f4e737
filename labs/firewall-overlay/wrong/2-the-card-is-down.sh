#: hint: The gateway 192.168.50.1 does not answer
#: after the solution
ip link set lan0 down
