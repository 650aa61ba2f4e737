#: hint: two sets of rules rewrite addresses
for iptables in iptables iptables-legacy; do $iptables -t nat -A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE; done
