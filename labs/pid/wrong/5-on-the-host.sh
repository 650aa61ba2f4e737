#: hint: runs in the host's PID namespace
spawner
#: wait orphan 4
