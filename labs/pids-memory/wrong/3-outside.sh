#: hint: a leak that is started outside is free to go on
echo 32M > /sys/fs/cgroup/demo/memory.max
leak > /dev/null
