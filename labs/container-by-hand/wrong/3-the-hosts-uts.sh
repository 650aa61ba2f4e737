#: reason: Missing: its own uts namespace
unshare --user --mount --pid --fork --ipc --net --cgroup tail -f /dev/null &
until pgrep -x tail; do sleep 0.2; done
