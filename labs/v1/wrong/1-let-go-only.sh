#: hint: nobody has mounted it
echo -hugetlb > /sys/fs/cgroup/cgroup.subtree_control
