#: hint: mv1 (in /run/netns/m1) is down
for n in 1 2; do ip netns add m$n; ip link add mv$n link lan0 netns m$n type macvlan mode bridge; ip -n m$n addr add 192.168.50.1$n/24 dev mv$n; done
