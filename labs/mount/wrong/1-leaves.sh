#: after the solution
#: reason: Every process sees the host's mounts
exit
