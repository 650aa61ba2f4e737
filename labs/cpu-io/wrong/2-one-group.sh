#: hint: is the only group with a weight
echo max > /sys/fs/cgroup/demo/cpu.max
echo 300 > /sys/fs/cgroup/demo/cpu.weight
spin &
