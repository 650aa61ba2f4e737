#: hint: Files here live in memory anyway
echo 1 > /sys/fs/cgroup/demo/cgroup.kill
echo +io > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/disk
echo '8:0 wbps=1048576' > /sys/fs/cgroup/disk/io.max
echo $$ > /sys/fs/cgroup/disk/cgroup.procs
dd if=/dev/zero of=/root/file bs=64k count=64
