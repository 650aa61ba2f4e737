breakout /bin/sleep 1000 &
