#: hint: has a weight of 100 and
echo '30000 100000' > /sys/fs/cgroup/demo/cpu.max
mkdir /sys/fs/cgroup/other
echo '10000 100000' > /sys/fs/cgroup/other/cpu.max
sh -c 'echo $$ > /sys/fs/cgroup/other/cgroup.procs; exec spin' &
