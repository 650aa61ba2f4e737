findmnt -rn -t proc -o TARGET | grep -vx /proc
#: answer
