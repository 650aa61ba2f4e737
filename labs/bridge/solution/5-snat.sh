iptables -t nat -A POSTROUTING -s 172.17.0.0/16 -o uplink -j SNAT --to-source 203.0.113.1
