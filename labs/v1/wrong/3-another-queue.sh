#: hint: the queue of up0 (tbf) does not look at it
mkdir -p /tmp/v1/net_prio
mount -t cgroup -o net_prio net_prio /tmp/v1/net_prio
mkdir /tmp/v1/net_prio/demo
echo 'up0 6' > /tmp/v1/net_prio/demo/net_prio.ifpriomap
tc qdisc add dev up0 root tbf rate 1mbit burst 32kbit latency 400ms
