for n in 1 2; do ip -n c$n route add default via 172.17.0.1 table 100; ip -n c$n rule add from all lookup 100; ip -n c$n route del default; done
iptables -t nat -A POSTROUTING -s 172.17.0.0/16 -o uplink -j MASQUERADE
