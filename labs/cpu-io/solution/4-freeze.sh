echo 1 > /sys/fs/cgroup/demo/cgroup.freeze
cat /sys/fs/cgroup/demo/cgroup.events
