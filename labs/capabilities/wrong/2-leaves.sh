#: reason: No process has less than root has
#: after the solution
exit
