#: hint: Somebody who sleeps is not throttled
echo +cpu > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/demo
echo '20000 100000' > /sys/fs/cgroup/demo/cpu.max
sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec sleep 1000' &
