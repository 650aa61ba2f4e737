#: hint: Well below its limit nobody is held back
echo 1 > /sys/fs/cgroup/demo/cgroup.kill
echo +io > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/disk
echo '254:0 riops=4' > /sys/fs/cgroup/disk/io.max
sh -c 'echo $$ > /sys/fs/cgroup/disk/cgroup.procs; while :; do dd if=/dev/nullb0 of=/dev/null bs=4k count=1 iflag=direct; sleep 0.3; done' 2> /dev/null &
until grep -q 'rios=[1-9][0-9]' /sys/fs/cgroup/disk/io.stat; do sleep 0.3; done
