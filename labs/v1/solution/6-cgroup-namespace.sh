unshare --cgroup bash
cat /proc/self/cgroup
