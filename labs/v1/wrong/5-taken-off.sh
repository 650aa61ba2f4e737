#: after the solution
#: hint: No device program is attached
bpftool cgroup detach /sys/fs/cgroup/demo device id $(bpftool -j cgroup show /sys/fs/cgroup/demo | jq '.[0].id')
