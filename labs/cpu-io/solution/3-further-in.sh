echo 1 > /sys/fs/cgroup/other/cgroup.kill; echo '5000 100000' > /sys/fs/cgroup/demo/cpu.max
echo +cpuset > /sys/fs/cgroup/cgroup.subtree_control
mkdir -p /sys/fs/cgroup/bound/inner
echo 0 > /sys/fs/cgroup/bound/cpuset.cpus
echo $$ > /sys/fs/cgroup/bound/inner/cgroup.procs
