echo -hugetlb > /sys/fs/cgroup/cgroup.subtree_control
unshare --mount bash
mount -t cgroup -o hugetlb none /mnt
