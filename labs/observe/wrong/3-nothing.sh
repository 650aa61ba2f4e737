#: reason: The kernel lists no program on the cgroup of
cgroup-bpf list /sys/fs/cgroup/$(cat /tmp/name)
