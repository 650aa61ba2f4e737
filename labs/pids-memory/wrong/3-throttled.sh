#: hint: is over its memory.high
echo 8M > /sys/fs/cgroup/demo/memory.high
sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec leak'
#: wait 9 MB
