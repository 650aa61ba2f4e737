#: hint: demo/net_prio.ifpriomap gives every link priority 0
mkdir -p /tmp/v1/net_prio
mount -t cgroup -o net_prio net_prio /tmp/v1/net_prio
mkdir /tmp/v1/net_prio/demo
echo 'up0 6' > /tmp/v1/net_prio/net_prio.ifpriomap
tc qdisc add dev up0 root handle 1: prio
ping -c 2 -i 0.2 neighbour
