#: hint: Frames go out by cloud0: is it up?
#: after the solution
ip link set cloud0 down
