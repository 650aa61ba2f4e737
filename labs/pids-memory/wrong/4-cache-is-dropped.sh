#: hint: but has given it back
echo max > /sys/fs/cgroup/demo/memory.max
echo 8M > /sys/fs/cgroup/demo/memory.high
sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; dd if=/dev/nullb0 of=/dev/null bs=64k count=320'
