#: terminal 2
kill -HUP $(lsns --type pid --noheadings --output PID | sed -n 2p)
