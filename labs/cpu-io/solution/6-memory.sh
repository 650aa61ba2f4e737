echo +memory > /sys/fs/cgroup/cgroup.subtree_control
echo 4M > /sys/fs/cgroup/demo/memory.high
sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec tail /dev/zero' &
until awk -F '[ =]' '/some/ { exit !($3 > 30) }' /sys/fs/cgroup/demo/memory.pressure; do sleep 0.3; done
