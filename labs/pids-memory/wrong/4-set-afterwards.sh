#: hint: but asks for no more
echo max > /sys/fs/cgroup/demo/memory.max
sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec leak' > /dev/null & sleep 1
kill -STOP $!
echo 4M > /sys/fs/cgroup/demo/memory.high
