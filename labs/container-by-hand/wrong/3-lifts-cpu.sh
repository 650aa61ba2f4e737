#: reason: Missing: less than the whole CPU (/sys/fs/cgroup/box/cpu.max: max 100000)
#: after the solution
echo max > /sys/fs/cgroup/box/cpu.max
