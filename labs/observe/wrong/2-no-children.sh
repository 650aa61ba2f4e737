#: hint: has children followed
cat /sys/fs/cgroup/{blog,mail,shop}/cgroup.procs > set_event_pid; echo > trace
sleep 4
