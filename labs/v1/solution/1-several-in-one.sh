#: terminal 2
echo -hugetlb | tee /sys/fs/cgroup/cgroup.subtree_control
mkdir '/tmp/old ones'
mount -t cgroup -o net_prio,hugetlb old '/tmp/old ones'
