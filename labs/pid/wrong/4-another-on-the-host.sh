#: reason: lives (state S)
#: terminal 2
sleep 1000 &
kill -9 $!; ls /
