#: hint: the whole machine was out of memory
sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec choom -n 1000 -- sleep 1000' & sleep 0.3
echo f > /proc/sysrq-trigger
