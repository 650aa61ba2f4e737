echo 8M > /sys/fs/cgroup/demo/memory.max
sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec head -c 24M /dev/zero > /dev/shm/big'
