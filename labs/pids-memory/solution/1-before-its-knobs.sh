mkdir -p /sys/fs/cgroup/team/app
sh -c 'echo 0 > /sys/fs/cgroup/team/app/cgroup.procs; exec sleep 1000' &
