#: hint: no quota
echo +cpu > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/demo
sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec nice -n 19 spin' &
