#: hint: No process of yours is in
#: after the solution
exit
