echo 9 > /sys/fs/cgroup/demo/pids.max
mkdir /sys/fs/cgroup/demo/inner
sh -c 'echo $$ > /sys/fs/cgroup/demo/inner/cgroup.procs; for i in 1 2 3 4 5 6 7 8 9; do sleep 100 & done'
