#: terminal 2
mkdir -p /sys/fs/cgroup/team/app
sh -c 'echo $$ > /sys/fs/cgroup/team/app/cgroup.procs; exec stress --quiet --cpu 3' &
#: reached /sys/fs/cgroup/team/app/cpu.pressure some avg10=([2-9]\d|100)\.\d+ .*total=([4-9]|\d\d)\d{6}\b
