mkdir /sys/fs/cgroup/tight
echo 30000 > /sys/fs/cgroup/tight/cpu.max
sh -c 'echo $$ > /sys/fs/cgroup/tight/cgroup.procs; exec spin' &
