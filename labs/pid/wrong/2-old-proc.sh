#: reason: but ps reads /proc
ps
