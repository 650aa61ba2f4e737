mkdir /sys/fs/cgroup/other
echo 5 > /sys/fs/cgroup/other/pids.max
(echo $BASHPID > /sys/fs/cgroup/other/cgroup.procs; exec busybox sh -c 'b() { b | b & }; b' 2> /dev/null)
echo 1 > /sys/fs/cgroup/other/cgroup.kill
