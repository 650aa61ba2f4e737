#: hint: It is to hold nothing else
sleep 3; tail -n 3 trace
