#: reason: Missing: number 1 inside
unshare --pid --fork sh -c 'unshare --user --mount --uts --ipc --net --cgroup tail -f /dev/null; true' &
until pgrep -x tail; do sleep 0.2; done
