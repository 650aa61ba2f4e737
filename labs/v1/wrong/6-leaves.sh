#: after the solution
#: hint: The group is not the namespace
exit
