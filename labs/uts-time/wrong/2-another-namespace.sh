#: hint: no UTS namespace but the host's any more
exit
unshare --mount bash
