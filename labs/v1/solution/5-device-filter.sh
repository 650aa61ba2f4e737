echo $$ > /tmp/v1/devices/cgroup.procs
cc -o devfilter devfilter.c
mkdir /sys/fs/cgroup/demo
./devfilter /sys/fs/cgroup/demo 8 0
echo $$ > /sys/fs/cgroup/demo/cgroup.procs
head -c 1 /dev/sda
bpftool cgroup show /sys/fs/cgroup/demo
