#: reason: Missing: not root outside
setpriv --reuid=100000 --clear-groups unshare --map-root-user --user --mount --pid --fork --uts --ipc --net --cgroup tail -f /dev/null &
until pgrep -x tail; do sleep 0.2; done
