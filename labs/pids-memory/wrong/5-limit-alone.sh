#: reason: one process is killed, the others stay
#: key ctrl-c
echo 32M > /sys/fs/cgroup/demo/memory.max
