#: after the solution
#: hint: docker0 has 172.17.0.1/16, but it is down
ip link set docker0 down
