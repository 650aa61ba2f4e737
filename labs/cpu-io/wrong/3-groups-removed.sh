#: hint: There is no cgroup but the root
echo 1 > /sys/fs/cgroup/other/cgroup.kill; echo '5000 100000' > /sys/fs/cgroup/demo/cpu.max
echo 1 > /sys/fs/cgroup/demo/cgroup.kill
until rmdir /sys/fs/cgroup/demo /sys/fs/cgroup/other; do sleep 0.2; done
