#: hint: hugetlb is not in it
echo -hugetlb > /sys/fs/cgroup/cgroup.subtree_control
mkdir /tmp/v1
mount -t cgroup -o net_prio net_prio /tmp/v1
