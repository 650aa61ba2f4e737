#: reason: has no group but its root
mkdir -p /tmp/v1/net_prio
mount -t cgroup -o net_prio net_prio /tmp/v1/net_prio
