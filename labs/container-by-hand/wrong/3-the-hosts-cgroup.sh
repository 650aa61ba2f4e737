#: reason: Missing: its own cgroup namespace
unshare --user --mount --pid --fork --uts --ipc --net tail -f /dev/null &
until pgrep -x tail; do sleep 0.2; done
