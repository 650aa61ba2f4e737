#: hint: Name the device by its numbers
echo 1 > /sys/fs/cgroup/demo/cgroup.kill
echo +io > /sys/fs/cgroup/cgroup.subtree_control
echo 'nullb0 rbps=1048576' > /sys/fs/cgroup/demo/io.max
