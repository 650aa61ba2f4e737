#: reason: No process is in a PID namespace of its own any more
exit
