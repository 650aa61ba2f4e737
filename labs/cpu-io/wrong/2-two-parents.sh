#: hint: both have to have the same parent
echo 1 > /sys/fs/cgroup/demo/cgroup.kill
until rmdir /sys/fs/cgroup/demo; do sleep 0.2; done
mkdir /sys/fs/cgroup/x /sys/fs/cgroup/y
echo +cpu | tee /sys/fs/cgroup/x/cgroup.subtree_control > /sys/fs/cgroup/y/cgroup.subtree_control
mkdir /sys/fs/cgroup/x/a /sys/fs/cgroup/y/b
echo 3 > /sys/fs/cgroup/x/a/cpu.weight
echo 1 > /sys/fs/cgroup/y/b/cpu.weight
sh -c 'echo $$ > /sys/fs/cgroup/x/a/cgroup.procs; exec spin' &
sh -c 'echo $$ > /sys/fs/cgroup/y/b/cgroup.procs; exec spin' &
