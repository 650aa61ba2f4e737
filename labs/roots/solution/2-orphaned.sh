(breakout /bin/sleep 1000 </etc/name &)
