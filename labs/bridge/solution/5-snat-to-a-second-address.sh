ip address add 203.0.113.9/24 dev uplink
iptables-legacy -t nat -A POSTROUTING -s 172.17.0.0/16 -j SNAT --to-source 203.0.113.9
