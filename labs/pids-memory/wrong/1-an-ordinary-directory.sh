#: reason: Every process is in the root cgroup
mkdir /tmp/demo
echo $$ > /tmp/demo/cgroup.procs
