#: terminal 2
kill -USR1 $(lsns --type pid --noheadings --output PID | sed -n 2p)
