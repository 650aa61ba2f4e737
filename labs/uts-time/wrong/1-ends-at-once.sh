#: reason: Every process is in the host's UTS namespace
unshare --uts true
