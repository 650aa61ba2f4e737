#: reason: The host passes nothing on
iptables -P FORWARD ACCEPT
