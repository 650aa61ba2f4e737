#: reason: Every process is in a user namespace that was there before
#: after the solution
exit
