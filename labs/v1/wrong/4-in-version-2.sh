#: reason: devices is not mounted
echo +devices > /sys/fs/cgroup/cgroup.subtree_control
