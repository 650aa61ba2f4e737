#: hint: has no memory.max
echo -memory > /sys/fs/cgroup/cgroup.subtree_control
echo 32M > /sys/fs/cgroup/demo/memory.max
