mkdir /sys/fs/cgroup/other
echo 6M > /sys/fs/cgroup/other/memory.high
sh -c 'echo $$ > /sys/fs/cgroup/other/cgroup.procs; exec head -c 20M /dev/zero > /dev/shm/big' &
#: reached /sys/fs/cgroup/other/memory.current ^(7[4-9]\d{5}|[89]\d{6}|\d{8,})
