#: hint: it does not wait() for them
unshare --pid --fork --mount-proc sleep 1000 &
until pgrep -x sleep; do sleep 0.1; done
nsenter --target $(pgrep -x sleep) --pid --mount spawner
#: wait orphan 6
