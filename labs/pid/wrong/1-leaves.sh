#: reason: Every process has its number from the host's
#: after the solution
exit
