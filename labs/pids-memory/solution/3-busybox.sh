echo 24M > /sys/fs/cgroup/demo/memory.max
busybox sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec busybox dd if=/dev/zero of=/dev/null bs=48M count=1'
