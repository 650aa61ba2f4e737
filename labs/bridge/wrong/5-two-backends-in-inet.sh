#: hint: two sets of rules rewrite addresses
nft 'table inet mine { chain out { type nat hook postrouting priority srcnat; ip saddr 172.17.0.0/16 oifname "uplink" snat ip to 203.0.113.1; }; }'; iptables-legacy -t nat -A POSTROUTING -s 172.17.0.0/16 -j MASQUERADE
