#: hint: nobody is in it
echo $$ > /sys/fs/cgroup/cgroup.procs
echo 5 > /sys/fs/cgroup/demo/pids.max
sh -c 'for i in 1 2 3 4 5 6 7 8 9 10; do sleep 100 & done'
