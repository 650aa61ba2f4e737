echo +cpu > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/slow
sh -c 'echo $$ > /sys/fs/cgroup/slow/cgroup.procs; exec cat /dev/zero > /dev/null' &
echo '10000 50000' > /sys/fs/cgroup/slow/cpu.max
#: reached /sys/fs/cgroup/slow/cpu.stat throttled_usec [1-9]\d{6}
