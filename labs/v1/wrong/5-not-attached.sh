#: hint: No device program is attached
mkdir /sys/fs/cgroup/demo
echo $$ > /sys/fs/cgroup/demo/cgroup.procs
