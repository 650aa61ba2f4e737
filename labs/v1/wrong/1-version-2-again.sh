#: hint: its type is cgroup2
echo -hugetlb > /sys/fs/cgroup/cgroup.subtree_control
mkdir /tmp/v1
mount -t cgroup2 none /tmp/v1
