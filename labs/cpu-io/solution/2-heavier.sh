echo 1 > /sys/fs/cgroup/demo/cgroup.kill
mkdir /sys/fs/cgroup/a /sys/fs/cgroup/b
echo 9 > /sys/fs/cgroup/b/cpu.weight
echo 3 > /sys/fs/cgroup/a/cpu.weight
sh -c 'echo $$ > /sys/fs/cgroup/a/cgroup.procs; exec cat /dev/zero > /dev/null' &
sh -c 'echo $$ > /sys/fs/cgroup/b/cgroup.procs; exec cat /dev/zero > /dev/null' &
