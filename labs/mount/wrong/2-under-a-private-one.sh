#: hint: But nothing was mounted there yet
exit
unshare --mount --propagation unchanged bash
mount --make-private /run; mkdir /run/x; mount -t tmpfs x /run/x
