#: hint: is not it
head -n 1 /sys/fs/cgroup/$(cat /tmp/name)/cgroup.procs
#: answer
