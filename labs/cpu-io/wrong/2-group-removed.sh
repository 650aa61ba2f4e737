#: hint: There is no cgroup but the root
echo 1 > /sys/fs/cgroup/demo/cgroup.kill
until rmdir /sys/fs/cgroup/demo; do sleep 0.2; done
