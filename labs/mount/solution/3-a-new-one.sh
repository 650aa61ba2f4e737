exit
unshare --mount --propagation slave bash
