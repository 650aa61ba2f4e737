echo 1 > /sys/fs/cgroup/demo/cgroup.kill
mkdir -p /sys/fs/cgroup/disk/a/b
for up in . disk disk/a; do echo +io > /sys/fs/cgroup/$up/cgroup.subtree_control; done
echo '254:0 rbps=1048576' > /sys/fs/cgroup/disk/a/b/io.max
sh -c 'echo $$ > /sys/fs/cgroup/disk/a/b/cgroup.procs; exec dd if=/dev/nullb0 of=/dev/null bs=64k count=80 iflag=direct'
