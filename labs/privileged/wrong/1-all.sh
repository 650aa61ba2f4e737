#: reason: is not it: the host's
#: answer a b c d e f
