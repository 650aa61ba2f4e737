#: terminal 2
mkdir -p /sys/fs/cgroup/team/app
sh -c 'echo $$ > /sys/fs/cgroup/team/app/cgroup.procs; exec stress --quiet --cpu 3' &
