#: reason: No process is in a new time namespace
#: after the solution
exit
