#: key ctrl-c
mkdir /sys/fs/cgroup/other
echo 16M > /sys/fs/cgroup/other/memory.max
echo 1 > /sys/fs/cgroup/other/memory.oom.group
sh -c 'echo $$ > /sys/fs/cgroup/other/cgroup.procs; exec stress --quiet --vm 2 --vm-bytes 32M --vm-keep --timeout 4'
