#: hint: Somebody is in there, but asks the device seldom
echo 1 > /sys/fs/cgroup/demo/cgroup.kill
echo +io > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/disk
echo '254:0 rbps=1048576' > /sys/fs/cgroup/disk/io.max
for i in 1 2 3; do sh -c 'echo $$ > /sys/fs/cgroup/disk/cgroup.procs; while :; do dd if=/dev/sda of=/dev/null bs=512k iflag=direct; done' 2> /dev/null & done
until awk -F = '/some/ { exit !($5 > 2300000) }' /sys/fs/cgroup/disk/io.pressure; do sleep 0.5; done
