/bin/breakout
ls -id /
#: answer
