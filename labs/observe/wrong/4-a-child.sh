#: hint: Its parent is the miner
cd /sys/kernel/tracing; echo > set_event_pid; echo 1 > events/sched/sched_process_fork/enable; sleep 5
miner=$(for pid in $(pgrep -f ^/opt/daemons/); do echo $(grep -c " pid=$pid " trace) $pid; done | sort -n | tail -n 1 | cut -d' ' -f2)
grep " pid=$miner .*child_pid=" trace | tail -n 1 | grep -o '[0-9]*$'
#: answer
