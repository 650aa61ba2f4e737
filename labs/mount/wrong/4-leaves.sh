#: after the solution
#: reason: mounted nowhere but where it was
exit
