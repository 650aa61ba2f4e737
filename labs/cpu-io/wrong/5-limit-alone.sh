#: hint: Start `dd` in that group
echo 1 > /sys/fs/cgroup/demo/cgroup.kill
echo +io > /sys/fs/cgroup/cgroup.subtree_control
echo '254:0 rbps=1048576' > /sys/fs/cgroup/other/io.max
