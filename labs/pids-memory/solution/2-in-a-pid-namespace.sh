echo 12 > /sys/fs/cgroup/demo/pids.max
unshare --pid --fork --mount-proc sh -c 'for i in $(seq 30); do sleep 1000 & done' 2> /dev/null
