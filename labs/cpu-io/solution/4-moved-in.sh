mkdir /sys/fs/cgroup/ice
echo 1 > /sys/fs/cgroup/ice/cgroup.freeze
sleep 1000 &
echo $! > /sys/fs/cgroup/ice/cgroup.procs
