#: hint: Its packets leave all the same
cgroup-bpf devices deny /sys/fs/cgroup/$(cat /tmp/name) 'c 1:3 rwm'
