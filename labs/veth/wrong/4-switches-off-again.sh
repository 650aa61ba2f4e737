#: after the solution
#: hint: to-blue in red has the address 10.0.0.1/24, but it is down
ip -n red link set to-blue down
