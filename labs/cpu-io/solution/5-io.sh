echo 1 > /sys/fs/cgroup/demo/cgroup.kill
echo 0 > /sys/fs/cgroup/demo/cgroup.freeze
echo +io > /sys/fs/cgroup/cgroup.subtree_control
echo '254:0 rbps=1048576' > /sys/fs/cgroup/demo/io.max
bash -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec dd if=/dev/nullb0 of=/dev/null bs=64k count=80 iflag=direct'
cat /sys/fs/cgroup/demo/io.stat
