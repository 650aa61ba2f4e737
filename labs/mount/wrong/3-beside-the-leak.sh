#: hint: only receives, but the leak is still there
#: terminal 2
unshare --mount --propagation slave bash
