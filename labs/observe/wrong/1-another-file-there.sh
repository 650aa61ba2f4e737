#: hint: the kernel has not executed it since this lab began
echo 1 > /sys/kernel/tracing/events/sched/sched_process_exec/enable; sleep 5
file=$(grep -o 'filename=/[^ ]*' /sys/kernel/tracing/trace | cut -d= -f2 | grep ^/var | tail -n 1)
ls $(dirname $file)/* | grep -v $file | tail -n 1
#: answer
