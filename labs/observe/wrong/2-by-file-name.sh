#: hint: not one file or one process of it
echo 'filename ~ "/var/*"' > events/sched/sched_process_exec/filter; echo > trace
sleep 9
