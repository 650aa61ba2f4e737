echo +cpu > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/demo
echo '20000 100000' > /sys/fs/cgroup/demo/cpu.max
bash -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec spin' &
cat /sys/fs/cgroup/demo/cpu.stat
#: reached /sys/fs/cgroup/demo/cpu.stat throttled_usec [1-9]\d{6}
