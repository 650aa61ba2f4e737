mkdir -p /sys/fs/cgroup/team/app
cc -run devfilter.c /sys/fs/cgroup/team 8 0
#: terminal 2
sh -c 'echo $$ > /sys/fs/cgroup/team/app/cgroup.procs; exec sleep 1000' &
