#: hint: There is no cgroup but the root
echo $$ > /sys/fs/cgroup/cgroup.procs
rmdir /sys/fs/cgroup/demo
