#: reason: Every process is in the host's cgroup namespace
echo $$ > /sys/fs/cgroup/cgroup.procs
