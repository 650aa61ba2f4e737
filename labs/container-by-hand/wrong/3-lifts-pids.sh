#: reason: Missing: at most 100 processes (/sys/fs/cgroup/box/pids.max: max)
#: after the solution
echo max > /sys/fs/cgroup/box/pids.max
