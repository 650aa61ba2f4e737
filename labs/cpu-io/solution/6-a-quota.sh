mkdir /sys/fs/cgroup/tight
echo 30000 > /sys/fs/cgroup/tight/cpu.max
sh -c 'echo $$ > /sys/fs/cgroup/tight/cgroup.procs; exec spin' &
#: reached /sys/fs/cgroup/tight/cpu.pressure some avg10=([2-9]\d|100)\.\d+ .*total=([4-9]|\d\d)\d{6}\b
