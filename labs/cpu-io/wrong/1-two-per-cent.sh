#: hint: is "20000 1000000": 2 % of the CPU
echo +cpu > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/demo
echo '20000 1000000' > /sys/fs/cgroup/demo/cpu.max
sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec spin' &
