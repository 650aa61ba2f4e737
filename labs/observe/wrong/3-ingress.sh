#: hint: `ingress` is what it receives
cgroup-bpf drop ingress /sys/fs/cgroup/$(cat /tmp/name)
