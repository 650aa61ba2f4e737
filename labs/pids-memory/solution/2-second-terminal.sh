#: terminal 2
echo 12 > /sys/fs/cgroup/demo/pids.max
sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; for i in 1 2 3 4 5 6 7 8 9 10 11 12; do sleep 100 & done'
