#: hint: but it was one process
#: key ctrl-c
echo max > /sys/fs/cgroup/demo/memory.high
echo 16M > /sys/fs/cgroup/demo/memory.max
echo 1 > /sys/fs/cgroup/demo/memory.oom.group
sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec leak' > /dev/null
