#: after the solution
#: hint: it knows no way to 172.17.0.0/16
iptables -t nat -F
