#: hint: is not one inode number
/bin/breakout /bin/busybox stat -c '%i %d' /
#: answer
