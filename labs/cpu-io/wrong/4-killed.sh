#: hint: is frozen, and nobody is in it
echo 1 > /sys/fs/cgroup/demo/cgroup.freeze; echo 1 > /sys/fs/cgroup/demo/cgroup.kill
cd /sys/fs/cgroup/demo; until grep -q "frozen 1" cgroup.events && [ -z "$(cat cgroup.procs)" ]; do sleep 0.1; done
