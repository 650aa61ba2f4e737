#: reason: d is not it: the host's processes
#: answer a b d e
