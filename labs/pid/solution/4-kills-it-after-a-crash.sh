sh -c 'kill -SEGV $$'
#: terminal 2
kill -9 $(lsns --type pid --noheadings --output PID | sed -n 2p)
