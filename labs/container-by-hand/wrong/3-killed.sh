#: reason: Missing:
#: after the solution
pkill -KILL -x tini
