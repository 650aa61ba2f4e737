#: hint: and has refused none
echo 20 > /sys/fs/cgroup/demo/pids.max
