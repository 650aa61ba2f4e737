#: reason: The privileged container has ended
crun delete -f privileged
#: answer a b e
