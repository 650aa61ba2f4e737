touch /dev/null; (breakout /bin/sleep 1000 &)
