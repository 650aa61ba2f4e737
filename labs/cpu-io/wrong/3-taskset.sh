#: hint: has no cpuset.cpus
echo 1 > /sys/fs/cgroup/other/cgroup.kill; echo '5000 100000' > /sys/fs/cgroup/demo/cpu.max
taskset -c 0 sleep 1000 &
