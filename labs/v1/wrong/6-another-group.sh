#: hint: The group is not the namespace
mkdir /sys/fs/cgroup/demo/inner
echo $$ > /sys/fs/cgroup/demo/inner/cgroup.procs
