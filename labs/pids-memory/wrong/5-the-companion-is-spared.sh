#: hint: was killed as a whole, but it was one process
echo 1 > /sys/fs/cgroup/demo/memory.oom.group
echo max > /sys/fs/cgroup/demo/memory.high
echo 32M > /sys/fs/cgroup/demo/memory.max
bash -c 'echo -1000 > /proc/$$/oom_score_adj; echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec sleep 1000' &
bash -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec leak'
