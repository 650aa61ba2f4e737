#: reason: The kernel lists no program on the cgroup of
#: after the solution
cgroup-bpf detach /sys/fs/cgroup/$(cat /tmp/name) $(cgroup-bpf list /sys/fs/cgroup/$(cat /tmp/name) | cut -d' ' -f1)
