#: hint: runs as uid 1000, in no new user namespace
#: after the solution
exit
