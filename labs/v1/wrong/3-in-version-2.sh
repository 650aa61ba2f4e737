#: reason: net_prio is not mounted
echo +net_prio > /sys/fs/cgroup/cgroup.subtree_control
