#: hint: The whole path is asked for
echo 1 > /sys/kernel/tracing/events/sched/sched_process_exec/enable; sleep 5
basename $(grep -o 'filename=/[^ ]*' /sys/kernel/tracing/trace | grep -v =/usr | tail -n 1)
#: answer
