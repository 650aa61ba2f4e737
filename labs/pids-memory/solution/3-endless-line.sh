mkdir /sys/fs/cgroup/greedy
echo 16M > /sys/fs/cgroup/greedy/memory.max
sh -c 'echo $$ > /sys/fs/cgroup/greedy/cgroup.procs; exec tail /dev/zero'
