#: hint: has no cpu.weight
echo -cpu > /sys/fs/cgroup/cgroup.subtree_control
