echo max > /sys/fs/cgroup/demo/memory.high
echo 32M > /sys/fs/cgroup/demo/memory.max
echo 1 > /sys/fs/cgroup/demo/memory.oom.group
bash -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; sleep 1000 & leak'
cat /sys/fs/cgroup/demo/memory.events
