#: hint: is in the root cgroup as before
unshare --cgroup bash
