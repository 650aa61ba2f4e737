#: hint: while others had
echo 1 > events/sched/sched_process_fork/enable; sleep 5
pid=$(grep -o 'filename=/var[^ ]* pid=[0-9]*' trace | tail -n 1 | cut -d= -f3)
name=$(cut -d/ -f2 /proc/$(sed -n "s/.* pid=\([0-9]*\) .*child_pid=$pid\$/\1/p" trace | tail -n 1)/cgroup); echo $name
echo 0 > events/sched/sched_process_fork/enable
for other in /sys/fs/cgroup/*/; do [ $other = /sys/fs/cgroup/$name/ ] || echo 1 > ${other}cgroup.freeze; done
cat /sys/fs/cgroup/$name/cgroup.procs > set_event_pid; echo 1 > options/event-fork; echo > trace
read -t 9
