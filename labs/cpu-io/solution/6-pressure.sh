mkdir /sys/fs/cgroup/crowd
for i in 1 2; do bash -c 'echo $$ > /sys/fs/cgroup/crowd/cgroup.procs; exec spin' & done
cat /sys/fs/cgroup/crowd/cpu.pressure
