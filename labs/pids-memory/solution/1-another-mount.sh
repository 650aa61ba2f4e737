mkdir /tmp/cg
mount -t cgroup2 none /tmp/cg
mkdir /tmp/cg/there
echo $$ > /tmp/cg/there/cgroup.procs
