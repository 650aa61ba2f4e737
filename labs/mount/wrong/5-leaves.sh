#: after the solution
#: reason: There is no overlay
exit
