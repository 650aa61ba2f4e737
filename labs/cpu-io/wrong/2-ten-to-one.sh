#: hint: One has to be three times the other
echo max > /sys/fs/cgroup/demo/cpu.max
mkdir /sys/fs/cgroup/other
echo 1 > /sys/fs/cgroup/other/cpu.weight
sh -c 'echo $$ > /sys/fs/cgroup/other/cgroup.procs; exec spin' &
