#: hint: has no pids.max
mkdir /sys/fs/cgroup/demo
echo 20 > /sys/fs/cgroup/demo/pids.max
