#: hint: nothing has gone through it
mkdir -p /tmp/v1/net_prio
mount -t cgroup -o net_prio net_prio /tmp/v1/net_prio
mkdir /tmp/v1/net_prio/demo
echo 'up0 6' > /tmp/v1/net_prio/demo/net_prio.ifpriomap
tc qdisc add dev up0 root handle 1: prio
tc qdisc add dev lo root handle 1: prio
ping -Q 16 -c 2 -i 0.2 127.0.0.1
