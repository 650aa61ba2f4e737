#: after the solution
#: hint: The host has no route through docker0 to 172.17.0.2, the address of eth0 in c1
ip route del 172.17.0.0/16 dev docker0
