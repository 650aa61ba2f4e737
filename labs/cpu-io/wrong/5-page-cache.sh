#: hint: go round the page cache
cat /bin/busybox > /dev/null
echo 1 > /sys/fs/cgroup/demo/cgroup.kill
echo +io > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/disk
echo '8:0 rbps=102400' > /sys/fs/cgroup/disk/io.max
echo $$ > /sys/fs/cgroup/disk/cgroup.procs
cat /bin/busybox > /dev/null
