#: terminal 2
unshare --mount --propagation slave bash
#: terminal 1
exit
