#: hint: what it receives is `ingress`
cgroup-bpf drop ingress /sys/fs/cgroup/$(cat /tmp/name)
