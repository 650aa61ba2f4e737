echo max > /sys/fs/cgroup/demo/memory.max
echo 10M > /sys/fs/cgroup/demo/memory.high
mkdir /sys/fs/cgroup/demo/inner
sh -c 'echo $$ > /sys/fs/cgroup/demo/inner/cgroup.procs; exec leak' > /dev/null &
