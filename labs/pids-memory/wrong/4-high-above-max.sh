#: hint: it kills before it slows down
echo 64M > /sys/fs/cgroup/demo/memory.high
sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec leak' > /dev/null
