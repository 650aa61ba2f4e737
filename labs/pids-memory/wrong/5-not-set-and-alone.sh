#: hint: and only that one
#: key ctrl-c
echo max > /sys/fs/cgroup/demo/memory.high
echo 16M > /sys/fs/cgroup/demo/memory.max
sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec leak' > /dev/null
