#: hint: Let two or more spin in one group
rmdir /sys/fs/cgroup/demo /sys/fs/cgroup/other
mkdir /sys/fs/cgroup/crowd
spin & spin &
