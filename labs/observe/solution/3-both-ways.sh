#: terminal 2
for way in ingress egress; do cgroup-bpf drop $way /sys/fs/cgroup/$(cat /tmp/name); done
