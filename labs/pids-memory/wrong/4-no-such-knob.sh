#: hint: has no memory.high
echo -memory > /sys/fs/cgroup/cgroup.subtree_control
echo 16M > /sys/fs/cgroup/demo/memory.high
