mkdir -p /sys/fs/cgroup/outer/inner
sh -c 'echo $$ > /sys/fs/cgroup/outer/inner/cgroup.procs; exec sleep 1000' &
#: terminal 2
echo 1 > /sys/fs/cgroup/outer/cgroup.freeze
