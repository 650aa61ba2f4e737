#: hint: has no memory.oom.group
#: key ctrl-c
echo -memory > /sys/fs/cgroup/cgroup.subtree_control
