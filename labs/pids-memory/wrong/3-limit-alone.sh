#: hint: nobody is in it
echo 32M > /sys/fs/cgroup/demo/memory.max
