unshare --pid --fork --mount-proc bash
#: terminal 2
nsenter --target $(lsns --type pid --noheadings --output PID | sed -n 2p) --pid --mount spawner
#: wait orphan 4
