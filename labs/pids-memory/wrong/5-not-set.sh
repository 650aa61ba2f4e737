#: hint: lives on: its memory.oom.group is 0
#: key ctrl-c
echo max > /sys/fs/cgroup/demo/memory.high
echo 16M > /sys/fs/cgroup/demo/memory.max
bash -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; sleep 1000 & exec leak' > /dev/null
