echo +cpu > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/demo
echo $$ > /sys/fs/cgroup/demo/cgroup.procs
echo '20000' > /sys/fs/cgroup/demo/cpu.max
for ((i = 0; i < 9000; i++)); do :; done
