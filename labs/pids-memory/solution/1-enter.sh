echo '+pids +memory' > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/demo
echo $$ > /sys/fs/cgroup/demo/cgroup.procs
cat /proc/self/cgroup
