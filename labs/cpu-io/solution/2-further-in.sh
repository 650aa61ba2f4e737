echo 1 > /sys/fs/cgroup/demo/cgroup.kill
echo +cpu > /sys/fs/cgroup/demo/cgroup.subtree_control
echo 'max' > /sys/fs/cgroup/demo/cpu.max
mkdir /sys/fs/cgroup/demo/a /sys/fs/cgroup/demo/b
echo 6 > /sys/fs/cgroup/demo/a/cpu.weight
echo 2 > /sys/fs/cgroup/demo/b/cpu.weight
for i in 1 2; do sh -c 'echo $$ > /sys/fs/cgroup/demo/a/cgroup.procs; exec spin' & done
sh -c 'echo $$ > /sys/fs/cgroup/demo/b/cgroup.procs; exec spin' &
