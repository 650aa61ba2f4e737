echo max > /sys/fs/cgroup/demo/cpu.max
echo 3 > /sys/fs/cgroup/demo/cpu.weight
mkdir /sys/fs/cgroup/other
echo 1 > /sys/fs/cgroup/other/cpu.weight
bash -c 'echo $$ > /sys/fs/cgroup/other/cgroup.procs; exec spin' &
