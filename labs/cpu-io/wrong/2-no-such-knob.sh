#: hint: has no cpu.weight
mkdir /sys/fs/cgroup/other
echo -cpu > /sys/fs/cgroup/cgroup.subtree_control
