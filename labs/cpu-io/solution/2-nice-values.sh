echo max > /sys/fs/cgroup/demo/cpu.max
echo 14 > /sys/fs/cgroup/demo/cpu.weight.nice
mkdir /sys/fs/cgroup/other
echo 19 > /sys/fs/cgroup/other/cpu.weight.nice
#: terminal 2
sh -c 'echo $$ > /sys/fs/cgroup/other/cgroup.procs; exec spin' &
