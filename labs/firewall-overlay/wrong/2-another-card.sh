#: hint: does not sit on lan0
for n in 1 2; do ip netns add m$n; ip link add mv$n link cloud0 netns m$n type macvlan mode bridge; ip -n m$n addr add 192.168.50.1$n/24 dev mv$n; ip -n m$n link set mv$n up; done
