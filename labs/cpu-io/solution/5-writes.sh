echo 1 > /sys/fs/cgroup/demo/cgroup.kill
echo +io > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/disk
echo '254:0 wbps=500000 rbps=max' > /sys/fs/cgroup/disk/io.max
#: terminal 2
sh -c 'echo $$ > /sys/fs/cgroup/disk/cgroup.procs; exec dd if=/dev/zero of=/dev/nullb0 bs=20k oflag=direct' &
#: reached /sys/fs/cgroup/disk/io.pressure some .*total=(9\d{5}|[1-9]\d{6})
