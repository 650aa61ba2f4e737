#: reason: No process runs under a seccomp filter
#: after the solution
crun delete -f box
