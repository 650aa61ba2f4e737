#: hint: The outside host sees c1 as 203.0.113.250, which is no address of the host's
sysctl -q -w net.ipv4.conf.uplink.proxy_arp=1 net.ipv4.ip_nonlocal_bind=1
ip -n outside neigh replace 203.0.113.250 lladdr $(cat /sys/class/net/uplink/address) dev eth0
iptables -t nat -A POSTROUTING -s 172.17.0.0/16 -j SNAT --to-source 203.0.113.250
