#: reason: has gone a level deeper
#: after the solution
exit
