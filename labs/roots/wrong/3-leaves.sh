#: after the solution
#: hint: Every process is in the host
exit
