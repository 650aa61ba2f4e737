echo $$ > /tmp/pid
#: terminal 2
mkdir /sys/fs/cgroup/mine
tee /sys/fs/cgroup/mine/cgroup.procs < /tmp/pid
