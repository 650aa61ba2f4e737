#: hint: neither to the root, which holds them all
cgroup-bpf drop egress /sys/fs/cgroup
