#: terminal 2
kill -SEGV $(lsns --type pid --noheadings --output PID | sed -n 2p)
