echo +memory > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/small
echo 2M > /sys/fs/cgroup/small/memory.high
sh -c 'echo $$ > /sys/fs/cgroup/small/cgroup.procs; exec tail /dev/zero' &
