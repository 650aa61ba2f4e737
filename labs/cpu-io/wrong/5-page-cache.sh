#: hint: go round the page cache
echo 1 > /sys/fs/cgroup/demo/cgroup.kill
echo +io > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/disk
echo '254:0 wbps=1048576' > /sys/fs/cgroup/disk/io.max
echo $$ > /sys/fs/cgroup/disk/cgroup.procs
dd if=/dev/zero of=/dev/nullb0 bs=64k count=64
