#: reason: There is no process 1 of yours
#: answer 1
