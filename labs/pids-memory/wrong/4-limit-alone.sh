#: hint: less than its memory.high
echo max > /sys/fs/cgroup/demo/memory.max
echo 16M > /sys/fs/cgroup/demo/memory.high
