#: reason: No group is frozen
mkdir /tmp/v1
mount -t cgroup -o freezer none /tmp/v1
mkdir /tmp/v1/ice
head -1 /sys/fs/cgroup/demo/cgroup.procs > /tmp/v1/ice/cgroup.procs
echo FROZEN > /tmp/v1/ice/freezer.state
