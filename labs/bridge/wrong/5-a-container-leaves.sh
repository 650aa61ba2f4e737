#: after the solution
#: hint: Containers with a way out: c2
ip -n c1 route del default
