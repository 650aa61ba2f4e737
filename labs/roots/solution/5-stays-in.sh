/bin/breakout
ls -id / | cut -d/ -f1 || true
#: answer
