echo 20000000 > /sys/fs/cgroup/demo/memory.max
#: terminal 2
echo $$ > /sys/fs/cgroup/demo/cgroup.procs
stress --quiet --vm 1 --vm-bytes 64M --vm-keep --timeout 4
