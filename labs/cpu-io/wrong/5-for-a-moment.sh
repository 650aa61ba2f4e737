#: hint: Start `dd` in that group, on that device
echo 1 > /sys/fs/cgroup/demo/cgroup.kill
echo +io > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/disk
echo '254:0 rbps=1048576' > /sys/fs/cgroup/disk/io.max
sh -c 'echo $$ > /sys/fs/cgroup/disk/cgroup.procs; exec dd if=/dev/nullb0 of=/dev/null bs=64k count=5 iflag=direct'
cat /sys/fs/cgroup/disk/io.stat /sys/fs/cgroup/disk/io.pressure
