#: hint: `cd ..` leads nowhere
#: terminal 2
sleep 1000 &
