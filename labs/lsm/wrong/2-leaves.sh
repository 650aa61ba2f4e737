#: hint: no process of yours is under it
#: after the solution
exit
