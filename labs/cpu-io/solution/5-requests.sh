echo 1 > /sys/fs/cgroup/demo/cgroup.kill
echo +io > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/disk
echo '254:0 riops=20' > /sys/fs/cgroup/disk/io.max
sh -c 'echo $$ > /sys/fs/cgroup/disk/cgroup.procs; exec dd if=/dev/nullb0 of=/dev/null bs=4k iflag=direct' &
#: reached /sys/fs/cgroup/disk/io.pressure some .*total=(9\d{5}|[1-9]\d{6})
