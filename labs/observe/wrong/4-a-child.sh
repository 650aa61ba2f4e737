#: hint: Its parent is the miner
cd /sys/kernel/tracing; echo > set_event_pid; echo 1 > events/sched/sched_process_fork/enable; sleep 3
name=$(cd /sys/fs/cgroup; grep usage_usec */cpu.stat | grep -vE '^(blog|mail|shop)/' | sort -k2 -n | tail -n 1 | cut -d/ -f1)
grep -o "pid=$(head -n 1 /sys/fs/cgroup/$name/cgroup.procs) child_comm=$name child_pid=[0-9]*" trace | tail -n 1 | grep -o '[0-9]*$'
#: answer
