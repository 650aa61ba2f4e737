#: after the solution
#: hint: The root of every process is the host
exit
