cgroup-bpf drop egress /sys/fs/cgroup/$(cat /tmp/name)
cgroup-bpf list /sys/fs/cgroup/$(cat /tmp/name)
