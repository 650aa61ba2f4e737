#: reason: No process runs under a seccomp filter
#: after the solution
pkill -KILL -x app
