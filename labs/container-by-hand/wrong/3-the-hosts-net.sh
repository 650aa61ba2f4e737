#: reason: Missing: its own net namespace
unshare --user --mount --pid --fork --uts --ipc --cgroup tail -f /dev/null &
until pgrep -x tail; do sleep 0.2; done
