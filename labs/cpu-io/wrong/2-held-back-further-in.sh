#: hint: Let both run for a few seconds
echo 1 > /sys/fs/cgroup/demo/cgroup.kill
until echo +cpu > /sys/fs/cgroup/demo/cgroup.subtree_control; do sleep 0.2; done
mkdir /sys/fs/cgroup/demo/inner /sys/fs/cgroup/other
echo max > /sys/fs/cgroup/demo/cpu.max
echo 25000 > /sys/fs/cgroup/demo/inner/cpu.max
echo 3 > /sys/fs/cgroup/demo/cpu.weight
echo 1 > /sys/fs/cgroup/other/cpu.weight
sh -c 'echo $$ > /sys/fs/cgroup/demo/inner/cgroup.procs; exec spin' &
sh -c 'echo $$ > /sys/fs/cgroup/other/cgroup.procs; exec spin' & sleep 3
