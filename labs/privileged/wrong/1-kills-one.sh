#: reason: The plain container has ended
crun delete -f plain
#: answer a b e
