#: hint: Stopped is not frozen
kill -STOP $(head -1 /sys/fs/cgroup/demo/cgroup.procs)
