#: hint: The host has a default route now, through docker0
ip route add default dev docker0
