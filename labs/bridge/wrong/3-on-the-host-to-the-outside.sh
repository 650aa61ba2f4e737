#: hint: The host has a default route now, through uplink
ip route add default via $(awk '/outside/ {print $1}' /etc/hosts)
