#: after the solution
#: hint: In red, lo is down
ip -n red link set lo down
