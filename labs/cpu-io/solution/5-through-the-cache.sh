echo 1 > /sys/fs/cgroup/demo/cgroup.kill
echo '+io +memory' > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/disk
echo '254:0 wbps=1048576' > /sys/fs/cgroup/disk/io.max
sh -c 'echo $$ > /sys/fs/cgroup/disk/cgroup.procs; exec dd if=/dev/zero of=/dev/nullb0 bs=64k count=80'
