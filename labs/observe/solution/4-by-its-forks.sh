cd /sys/kernel/tracing; echo > set_event_pid; echo 1 > events/sched/sched_process_fork/enable; sleep 5
for pid in $(pgrep -f ^/opt/daemons/); do echo $(grep -c " pid=$pid " trace) $pid; done | sort -n | tail -n 1 | cut -d' ' -f2
#: answer
