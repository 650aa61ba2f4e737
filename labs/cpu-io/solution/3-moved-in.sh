echo 1 > /sys/fs/cgroup/other/cgroup.kill; echo '5000 100000' > /sys/fs/cgroup/demo/cpu.max
echo '+cpuset' > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/bound
echo 0-0 > /sys/fs/cgroup/bound/cpuset.cpus
echo $$ > /sys/fs/cgroup/bound/cgroup.procs
