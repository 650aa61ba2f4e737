#: hint: There is no cgroup but the root
rmdir /sys/fs/cgroup/demo /sys/fs/cgroup/other
