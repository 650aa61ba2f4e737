#: hint: That is the demo's, of process
nsenter --target $(pgrep -P $(pgrep -x demo | head -n 1)) --uts unshare --user --mount --pid --fork --ipc --net --cgroup tail -f /dev/null &
until pgrep -x tail; do sleep 0.2; done
