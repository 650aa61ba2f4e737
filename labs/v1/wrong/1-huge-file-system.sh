#: hint: nobody has mounted it
echo -hugetlb > /sys/fs/cgroup/cgroup.subtree_control
mkdir /tmp/v1
mount -t hugetlbfs none /tmp/v1
