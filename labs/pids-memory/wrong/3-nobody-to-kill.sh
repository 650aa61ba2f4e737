#: hint: there was nobody to kill
sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec choom -n -1000 -- sleep 1000' & sleep 0.3
echo 4096 > /sys/fs/cgroup/demo/memory.max
