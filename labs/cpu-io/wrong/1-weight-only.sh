#: hint: A weight is a share among those who compete
echo +cpu > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/demo
echo 20 > /sys/fs/cgroup/demo/cpu.weight
sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec spin' &
