#: hint: is the process's own mask
echo 1 > /sys/fs/cgroup/other/cgroup.kill; echo '5000 100000' > /sys/fs/cgroup/demo/cpu.max
echo +cpuset > /sys/fs/cgroup/cgroup.subtree_control
taskset -cp 0 $(head -1 /sys/fs/cgroup/demo/cgroup.procs)
