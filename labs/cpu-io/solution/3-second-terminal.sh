echo 1 > /sys/fs/cgroup/other/cgroup.kill; echo '5000 100000' > /sys/fs/cgroup/demo/cpu.max
#: terminal 2
echo '+cpuset' | tee /sys/fs/cgroup/cgroup.subtree_control
printf 0 > /sys/fs/cgroup/demo/cpuset.cpus
