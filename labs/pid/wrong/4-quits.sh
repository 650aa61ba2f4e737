#: reason: Signals that it does not handle don't reach it
#: terminal 2
kill -QUIT $(lsns --type pid --noheadings --output PID | sed -n 2p)
