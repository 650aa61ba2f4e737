#: hint: nobody is in it
echo +pids > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/demo
(sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs' & exec sleep 1000) &
