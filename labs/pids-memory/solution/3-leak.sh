echo 32M > /sys/fs/cgroup/demo/memory.max
bash -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec leak'
cat /sys/fs/cgroup/demo/memory.events
