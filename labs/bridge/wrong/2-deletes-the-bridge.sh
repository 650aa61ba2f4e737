#: after the solution
#: hint: No bridge of the host's has the address 172.17.0.1/16
ip link del docker0
