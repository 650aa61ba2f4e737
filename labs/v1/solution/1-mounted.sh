echo -hugetlb > /sys/fs/cgroup/cgroup.subtree_control
mkdir -p /tmp/v1/hugetlb
mount -t cgroup -o hugetlb hugetlb /tmp/v1/hugetlb
cat /proc/self/cgroup
