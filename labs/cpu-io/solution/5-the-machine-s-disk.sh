echo 1 > /sys/fs/cgroup/demo/cgroup.kill
echo +io > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/disk
echo '8:0 rbps=200000' > /sys/fs/cgroup/disk/io.max
sh -c 'echo $$ > /sys/fs/cgroup/disk/cgroup.procs; exec dd if=/dev/sda of=/dev/null bs=8k count=160 iflag=direct' &
#: reached /sys/fs/cgroup/disk/io.pressure some .*total=(9\d{5}|[1-9]\d{6})
