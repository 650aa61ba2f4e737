#: reason: is to hold only those of
sleep 3; tail -n 3 trace
