#: hint: there is nobody left whose packets could be dropped
echo 1 > /sys/fs/cgroup/$(cat /tmp/name)/cgroup.kill
