#: after the solution
#: reason: No group is frozen
echo 0 > /sys/fs/cgroup/demo/cgroup.freeze
