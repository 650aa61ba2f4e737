#: terminal 2
echo +cpu > /sys/fs/cgroup/cgroup.subtree_control
mkdir -p /sys/fs/cgroup/demo/inner
echo 20000 > /sys/fs/cgroup/demo/cpu.max
sh -c 'echo $$ > /sys/fs/cgroup/demo/inner/cgroup.procs; exec stress --quiet --cpu 1' &
#: reached /sys/fs/cgroup/demo/cpu.stat throttled_usec [1-9]\d{6}
