echo max > /sys/fs/cgroup/demo/memory.high
echo 32M > /sys/fs/cgroup/demo/memory.max
#: terminal 2
echo $$ > /sys/fs/cgroup/demo/cgroup.procs
exec unshare --cgroup --mount bash
mount -t cgroup2 none /mnt
echo 1 > /mnt/memory.oom.group
leak
