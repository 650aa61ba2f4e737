cd /sys/fs/cgroup; mkdir a b c d
for group in a b c d; do sleep 1000 & echo $! > $group/cgroup.procs; done
cc -run /root/devfilter.c /sys/fs/cgroup/d 8 0
