#: reason: No process has anything in its ambient set
#: after the solution
exit
