#: hint: Well below its limit nobody is held back
echo 1 > /sys/fs/cgroup/demo/cgroup.kill
echo +io > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/disk
echo '254:0 rbps=1000000000' > /sys/fs/cgroup/disk/io.max
sh -c 'echo $$ > /sys/fs/cgroup/disk/cgroup.procs; while :; do dd if=/dev/nullb0 of=/dev/null bs=4k count=1 iflag=direct; sleep 0.2; done' 2> /dev/null &
