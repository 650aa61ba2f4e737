#: reason: lives (state T)
#: terminal 2
kill -STOP $(lsns --type pid --noheadings --output PID | sed -n 2p)
