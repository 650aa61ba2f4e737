#: hint: is still in the host's network namespace
#: after the solution
ip -n i1 link set iv1 netns 1
