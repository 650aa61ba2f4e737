#: hint: bytes, and has used
echo 200M > /sys/fs/cgroup/demo/memory.max
echo $$ > /sys/fs/cgroup/demo/cgroup.procs
leak > /dev/null
