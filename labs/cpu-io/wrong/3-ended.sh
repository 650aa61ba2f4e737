#: hint: is empty: who is inside
echo 1 > /sys/fs/cgroup/other/cgroup.kill; echo '5000 100000' > /sys/fs/cgroup/demo/cpu.max
echo +cpuset > /sys/fs/cgroup/cgroup.subtree_control
echo 1 > /sys/fs/cgroup/demo/cgroup.kill
while grep -q . /sys/fs/cgroup/demo/cgroup.procs; do sleep 0.1; done
