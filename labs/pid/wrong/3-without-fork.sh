#: hint: has made a PID namespace inside its own
unshare --pid bash
