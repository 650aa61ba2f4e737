#: reason: No program has the PID 31999
#: answer 31999
