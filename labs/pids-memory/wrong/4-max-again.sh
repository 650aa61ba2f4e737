#: hint: memory.max is the limit that kills
echo 16M > /sys/fs/cgroup/demo/memory.max
sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec leak' > /dev/null
