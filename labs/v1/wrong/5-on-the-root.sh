#: hint: that is the whole machine
cc -o devfilter devfilter.c
mkdir /sys/fs/cgroup/demo
./devfilter /sys/fs/cgroup 8 0
