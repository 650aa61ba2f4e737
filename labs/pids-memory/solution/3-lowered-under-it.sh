sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec leak' > /dev/null & sleep 1
echo 1M > /sys/fs/cgroup/demo/memory.max
