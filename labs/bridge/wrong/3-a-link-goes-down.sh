#: after the solution
#: hint: Plugged into docker0 and addressed: c2
ip -n c1 link set eth0 down
