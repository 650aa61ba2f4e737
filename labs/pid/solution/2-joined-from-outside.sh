#: terminal 2
nsenter --target $(lsns --type pid --noheadings --output PID | sed -n 2p) --pid unshare --mount-proc bash
