mkdir /sys/fs/cgroup/other
echo 6M > /sys/fs/cgroup/other/memory.high
sh -c 'echo $$ > /sys/fs/cgroup/other/cgroup.procs; exec head -c 20M /dev/zero > /dev/shm/big' &
