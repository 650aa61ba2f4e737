#: hint: No device program is attached
sed 's/PROG_TYPE_CGROUP_DEVICE/PROG_TYPE_CGROUP_SKB/; s/BPF_CGROUP_DEVICE/BPF_CGROUP_INET_EGRESS/; /BPF_LDX/d; /BPF_JNE/d' devfilter.c > egress.c
mkdir /sys/fs/cgroup/demo
cc -run egress.c /sys/fs/cgroup/demo 8 0
echo $$ > /sys/fs/cgroup/demo/cgroup.procs
