unshare --uts=/run/box bash
#: terminal 2
nsenter --uts=/run/box bash
