#: reason: gave no answer
#: after the solution
pkill -STOP -x app
