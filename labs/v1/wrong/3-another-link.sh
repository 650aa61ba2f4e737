#: hint: the queue of lo (noqueue) does not look at it
mkdir -p /tmp/v1/net_prio
mount -t cgroup -o net_prio net_prio /tmp/v1/net_prio
mkdir /tmp/v1/net_prio/demo
tc qdisc add dev up0 root handle 1: prio
echo 'lo 6' > /tmp/v1/net_prio/demo/net_prio.ifpriomap
