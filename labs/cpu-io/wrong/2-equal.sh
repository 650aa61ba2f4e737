#: hint: has a weight of 3 and
echo max > /sys/fs/cgroup/demo/cpu.max
mkdir /sys/fs/cgroup/other
echo 3 | tee /sys/fs/cgroup/demo/cpu.weight > /sys/fs/cgroup/other/cpu.weight
sh -c 'echo $$ > /sys/fs/cgroup/other/cgroup.procs; exec spin' &
