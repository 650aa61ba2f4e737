#: hint: nobody is in it
echo +cpu > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/demo
echo '50000 100000' > /sys/fs/cgroup/demo/cpu.max
sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec spin' & sleep 3
echo 1 > /sys/fs/cgroup/demo/cgroup.kill
sleep 0.5; echo '20000 100000' > /sys/fs/cgroup/demo/cpu.max
