echo 1 > events/sched/sched_process_fork/enable; sleep 5
pid=$(grep -o 'filename=/var[^ ]* pid=[0-9]*' trace | tail -n 1 | cut -d= -f3)
parent=$(sed -n "s/.* pid=\([0-9]*\) .*child_pid=$pid\$/\1/p" trace | tail -n 1)
cut -d/ -f2 /proc/$parent/cgroup > /tmp/name; cat /tmp/name
echo 0 > events/sched/sched_process_fork/enable
cat /sys/fs/cgroup/$(cat /tmp/name)/cgroup.procs > set_event_pid
echo 1 > options/event-fork
echo > trace; sleep 9; cat trace
