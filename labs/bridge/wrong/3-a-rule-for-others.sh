#: hint: has routes in table 100, and no rule leads packets to anywhere there
for n in 1 2; do ip -n c$n route add default via 172.17.0.1 table 100; ip -n c$n rule add to 10.0.0.0/8 lookup 100; done
