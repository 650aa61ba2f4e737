for n in 1 2; do ip netns add m$n; ip link add eth1 link lan0 netns m$n type macvlan; ip -n m$n addr add 192.168.50.3$n/24 dev eth1; ip -n m$n link set eth1 up; done
for n in 1 2; do ip -n m$n link set eth1 type macvlan mode bridge; done
