#: hint: in two PID namespaces side by side
#: terminal 2
unshare --pid --fork bash
