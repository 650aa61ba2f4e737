#: reason: the name is still lab
#: after the solution
hostname lab
