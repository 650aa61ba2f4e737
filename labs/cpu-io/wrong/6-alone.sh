#: hint: One alone waits for nobody
mkdir /sys/fs/cgroup/crowd
sh -c 'echo $$ > /sys/fs/cgroup/crowd/cgroup.procs; exec sleep 1000' &
rmdir /sys/fs/cgroup/demo /sys/fs/cgroup/other
