echo 20 > /sys/fs/cgroup/demo/pids.max
bash bomb.sh 2> /dev/null
echo $$ > /sys/fs/cgroup/cgroup.procs
cat /sys/fs/cgroup/demo/pids.events
echo 1 > /sys/fs/cgroup/demo/cgroup.kill
