#: hint: There is no cgroup but the root
#: key ctrl-c
rmdir /sys/fs/cgroup/demo
