echo +memory > /sys/fs/cgroup/demo/cgroup.subtree_control
mkdir /sys/fs/cgroup/demo/a /sys/fs/cgroup/demo/b
echo 1 > /sys/fs/cgroup/demo/memory.oom.group
echo 8M > /sys/fs/cgroup/demo/memory.max
sh -c 'echo $$ > /sys/fs/cgroup/demo/a/cgroup.procs; exec sleep 1000' &
sh -c 'echo $$ > /sys/fs/cgroup/demo/b/cgroup.procs; exec leak' > /dev/null
