#: hint: has no pids.max
echo $$ > /sys/fs/cgroup/cgroup.procs
echo -pids > /sys/fs/cgroup/cgroup.subtree_control
echo 20 > /sys/fs/cgroup/demo/pids.max
