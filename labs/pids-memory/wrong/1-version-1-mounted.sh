#: reason: Every process is in the root cgroup
mkdir /tmp/v1
mount -t cgroup -o pids none /tmp/v1
