#: terminal 2
mkdir /sys/fs/cgroup/other
echo 16M > /sys/fs/cgroup/other/memory.max
echo 1 > /sys/fs/cgroup/other/memory.oom.group
echo $$ > /sys/fs/cgroup/other/cgroup.procs
tail /dev/zero
