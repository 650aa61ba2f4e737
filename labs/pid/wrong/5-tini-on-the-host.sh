#: hint: runs in the host's PID namespace
tini -s spawner
#: wait orphan 4
