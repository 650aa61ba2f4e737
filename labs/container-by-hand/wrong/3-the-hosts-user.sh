#: reason: Missing: its own user namespace
unshare --mount --pid --fork --uts --ipc --net --cgroup tail -f /dev/null &
until pgrep -x tail; do sleep 0.2; done
