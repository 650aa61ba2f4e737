#: hint: It is to hold nothing else
cat /sys/fs/cgroup/{blog,mail,shop}/cgroup.procs > set_event_pid; echo 1 > options/event-fork; echo > trace
sleep 7
