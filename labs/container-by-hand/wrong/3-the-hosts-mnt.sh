#: reason: Missing: its own mnt namespace
unshare --user --pid --fork --uts --ipc --net --cgroup tail -f /dev/null &
until pgrep -x tail; do sleep 0.2; done
