#: hint: It is a priority and no limit
mkdir -p /tmp/v1/net_prio
mount -t cgroup -o net_prio net_prio /tmp/v1/net_prio
mkdir /tmp/v1/net_prio/demo
echo 'up0 100000' > /tmp/v1/net_prio/demo/net_prio.ifpriomap
sh -c 'echo $$ > /tmp/v1/net_prio/demo/cgroup.procs; exec ping -c 2 -i 0.2 neighbour'
