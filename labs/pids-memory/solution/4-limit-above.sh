echo max > /sys/fs/cgroup/demo/memory.max
echo 10M > /sys/fs/cgroup/demo/memory.high
mkdir /sys/fs/cgroup/demo/inner
sh -c 'echo $$ > /sys/fs/cgroup/demo/inner/cgroup.procs; exec leak' > /dev/null &
#: reached /sys/fs/cgroup/demo/memory.current ^(11[6-9]\d{5}|1[2-9]\d{6}|[2-9]\d{7}|\d{9,})
