mkdir /sys/fs/cgroup/crowd
for i in 1 2; do bash -c 'echo $$ > /sys/fs/cgroup/crowd/cgroup.procs; exec spin' & done
cat /sys/fs/cgroup/crowd/cpu.pressure
#: reached /sys/fs/cgroup/crowd/cpu.pressure some avg10=([2-9]\d|100)\.\d+ .*total=([4-9]|\d\d)\d{6}\b
