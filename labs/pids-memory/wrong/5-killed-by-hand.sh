#: hint: and nobody has been killed
#: key ctrl-c
echo 1 > /sys/fs/cgroup/demo/memory.oom.group
bash -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; sleep 1000 & exec sleep 1000' &
echo 1 > /sys/fs/cgroup/demo/cgroup.kill
