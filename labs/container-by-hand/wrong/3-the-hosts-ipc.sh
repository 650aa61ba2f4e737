#: reason: Missing: its own ipc namespace
unshare --user --mount --pid --fork --uts --net --cgroup tail -f /dev/null &
until pgrep -x tail; do sleep 0.2; done
