#: hint: The queue of up0, pfifo_fast, sorts by priority, but does not count
mkdir -p /tmp/v1/net_prio
mount -t cgroup -o net_prio net_prio /tmp/v1/net_prio
mkdir /tmp/v1/net_prio/demo
echo 'up0 6' > /tmp/v1/net_prio/demo/net_prio.ifpriomap
tc qdisc add dev up0 root pfifo_fast
sh -c 'echo $$ > /tmp/v1/net_prio/demo/cgroup.procs; exec ping -c 2 -i 0.2 neighbour'
