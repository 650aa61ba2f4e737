echo 1 > /sys/fs/cgroup/other/cgroup.kill; echo '5000 100000' > /sys/fs/cgroup/demo/cpu.max
echo +cpuset > /sys/fs/cgroup/cgroup.subtree_control
echo 0 > /sys/fs/cgroup/demo/cpuset.cpus
cat /sys/fs/cgroup/demo/cpuset.cpus.effective
