#: hint: no UTS namespace but the host's any more
#: after the solution
exit
