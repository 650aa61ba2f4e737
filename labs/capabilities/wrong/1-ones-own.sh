#: reason: is not in the effective set
capsh --decode=1ffffffffff
#: answer
