#: hint: /dev/sda can be opened
cc -o devfilter devfilter.c
mkdir /sys/fs/cgroup/demo
./devfilter /sys/fs/cgroup/demo 8 1
echo $$ > /sys/fs/cgroup/demo/cgroup.procs
