echo max > /sys/fs/cgroup/demo/memory.max
echo 16M > /sys/fs/cgroup/demo/memory.high
bash -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec leak'
#: wait 18 MB
#: key ctrl-z
cat /sys/fs/cgroup/demo/memory.events
#: look
kill -KILL %1
