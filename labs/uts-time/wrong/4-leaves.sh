#: reason: Every process is in the host's time namespace
#: after the solution
exit
