#: hint: you ended its parent
#: terminal 2
kill -9 $(pgrep -o -x unshare)
