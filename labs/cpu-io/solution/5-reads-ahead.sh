echo 1 > /sys/fs/cgroup/demo/cgroup.kill
echo +io > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/disk
echo '254:0 rbps=1048576' > /sys/fs/cgroup/disk/io.max
sh -c 'echo $$ > /sys/fs/cgroup/disk/cgroup.procs; exec head -c 5M /dev/nullb0 | wc -c'
