#: hint: wants no CPU
echo max > /sys/fs/cgroup/demo/cpu.max
echo 3 > /sys/fs/cgroup/demo/cpu.weight
mkdir /sys/fs/cgroup/other
echo 1 > /sys/fs/cgroup/other/cpu.weight
