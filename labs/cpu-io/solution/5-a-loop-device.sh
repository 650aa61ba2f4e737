echo 1 > /sys/fs/cgroup/demo/cgroup.kill
echo +io > /sys/fs/cgroup/cgroup.subtree_control
truncate -s 8M /tmp/disk
losetup /dev/loop0 /tmp/disk
mkdir /sys/fs/cgroup/disk
echo '7:0 rbps=400000' > /sys/fs/cgroup/disk/io.max
sh -c 'echo $$ > /sys/fs/cgroup/disk/cgroup.procs; exec dd if=/dev/loop0 of=/dev/null bs=16k iflag=direct' &
#: reached /sys/fs/cgroup/disk/io.pressure some .*total=(9\d{5}|[1-9]\d{6})
