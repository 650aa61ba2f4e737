#: hint: nobody is in it
echo +cpu > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/demo
echo '20000 100000' > /sys/fs/cgroup/demo/cpu.max
spin &
