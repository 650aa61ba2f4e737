#: hint: is held back by its quota
echo 3 > /sys/fs/cgroup/demo/cpu.weight
mkdir /sys/fs/cgroup/other
echo 1 > /sys/fs/cgroup/other/cpu.weight
sh -c 'echo $$ > /sys/fs/cgroup/other/cgroup.procs; exec spin' &
