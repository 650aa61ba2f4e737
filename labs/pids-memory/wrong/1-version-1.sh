#: hint: of a version 1 hierarchy
mkdir /tmp/v1
mount -t cgroup -o pids none /tmp/v1
mkdir /tmp/v1/demo
echo $$ > /tmp/v1/demo/cgroup.procs
