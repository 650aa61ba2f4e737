#: terminal 2
nsenter --target $(pgrep -n -x sh) --mount umount -l /old
