#: reason: Every process is in the host's UTS namespace
#: after the solution
exit
