#: hint: Reading `trace_pipe` takes out
cat /sys/fs/cgroup/{blog,mail,shop}/cgroup.procs > set_event_pid; echo 1 > options/event-fork
timeout 3 cat trace_pipe; echo 0 > tracing_on; echo > trace
