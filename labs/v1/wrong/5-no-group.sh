#: reason: There is no group of version 2 but the root
rmdir /sys/fs/cgroup/system
