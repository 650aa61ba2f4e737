#: hint: has made a PID namespace and is not in it
unshare --pid bash
