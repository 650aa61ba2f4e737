#: hint: this machine has one, number 0
echo 1 > /sys/fs/cgroup/other/cgroup.kill; echo '5000 100000' > /sys/fs/cgroup/demo/cpu.max
echo +cpuset > /sys/fs/cgroup/cgroup.subtree_control
echo 1 > /sys/fs/cgroup/demo/cpuset.cpus
