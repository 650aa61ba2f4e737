#: hint: it has :FORWARD DROP
iptables-legacy -P FORWARD DROP
