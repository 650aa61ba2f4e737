#: hint: which a signal ended, was another one
sleep 1000 &
kill -9 $!
