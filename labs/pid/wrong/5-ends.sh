#: reason: No spawner runs that was started since
#: after the solution
#: key ctrl-c
