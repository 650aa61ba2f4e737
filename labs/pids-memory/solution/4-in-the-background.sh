echo 100M > /sys/fs/cgroup/demo/memory.max
echo 8388608 > /sys/fs/cgroup/demo/memory.high
#: terminal 2
echo $$ > /sys/fs/cgroup/demo/cgroup.procs
leak > /dev/null &
#: reached /sys/fs/cgroup/demo/memory.current ^(9[5-9]\d{5}|\d{8,})
