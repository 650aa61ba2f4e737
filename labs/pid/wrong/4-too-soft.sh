#: reason: lives (state
#: terminal 2
kill -TERM $(lsns --type pid --noheadings --output PID | sed -n 2p)
