mkdir -p /tmp/v1/net_prio
mount -t cgroup -o net_prio net_prio /tmp/v1/net_prio
mkdir /tmp/v1/net_prio/demo
echo 'up0 6' > /tmp/v1/net_prio/demo/net_prio.ifpriomap
tc qdisc add dev up0 root handle 1: prio
ping -i 0.3 neighbour > /dev/null & sleep 0.5
echo $! > /tmp/v1/net_prio/demo/cgroup.procs
