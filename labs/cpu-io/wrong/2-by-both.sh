#: hint: Where a quota decides
echo '45000 100000' > /sys/fs/cgroup/demo/cpu.max
echo 300 > /sys/fs/cgroup/demo/cpu.weight
mkdir /sys/fs/cgroup/other
echo '15000 100000' > /sys/fs/cgroup/other/cpu.max
sh -c 'echo $$ > /sys/fs/cgroup/other/cgroup.procs; exec spin' &
until grep -q 'nr_throttled [1-9][0-9]' /sys/fs/cgroup/other/cpu.stat; do sleep 0.3; done
