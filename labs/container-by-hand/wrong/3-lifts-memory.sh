#: reason: Missing: at most 64 MB (/sys/fs/cgroup/box/memory.max: max)
#: after the solution
echo max > /sys/fs/cgroup/box/memory.max
