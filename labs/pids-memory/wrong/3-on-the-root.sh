#: hint: The root has no limits
echo 32M > /sys/fs/cgroup/memory.max
