#: hint: does not leave either
cgroup-bpf drop egress /sys/fs/cgroup/$(printf '%s\n' blog mail shop | grep -v $(cat /tmp/name) | head -n 1)
