#: hint: No process of yours is under a profile that is enforced
#: after the solution
exit
