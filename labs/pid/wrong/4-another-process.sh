#: hint: which a signal ended, was another one
sleep 1000 &
sleep 1
kill -9 $!
