echo 24M > /sys/fs/cgroup/demo/memory.max
mkdir /sys/fs/cgroup/demo/inner
sh -c 'echo $$ > /sys/fs/cgroup/demo/inner/cgroup.procs; exec leak' > /dev/null
