#: hint: the only container there that you made
ip netns add m1; for n in 1 2; do ip link add mv$n link lan0 netns m1 type macvlan mode bridge; ip -n m1 addr add 192.168.50.1$n/24 dev mv$n; ip -n m1 link set mv$n up; done
