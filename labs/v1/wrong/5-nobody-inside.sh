#: hint: and nobody is in there
cc -o devfilter devfilter.c
mkdir /sys/fs/cgroup/demo
./devfilter /sys/fs/cgroup/demo 8 0
