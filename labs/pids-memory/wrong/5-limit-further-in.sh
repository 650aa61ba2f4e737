#: hint: its memory.oom.group is 0
#: key ctrl-c
echo max > /sys/fs/cgroup/demo/memory.high
echo 1 > /sys/fs/cgroup/demo/memory.oom.group
echo +memory > /sys/fs/cgroup/demo/cgroup.subtree_control
mkdir /sys/fs/cgroup/demo/inner
echo 16M > /sys/fs/cgroup/demo/inner/memory.max
bash -c 'echo $$ > /sys/fs/cgroup/demo/inner/cgroup.procs; sleep 1000 & exec leak' > /dev/null
