#: reason: Missing: its own pid namespace
unshare --user --mount --uts --ipc --net --cgroup tail -f /dev/null &
until pgrep -x tail; do sleep 0.2; done
