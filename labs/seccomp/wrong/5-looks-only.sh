#: reason: socketcall with 1, which is socket (102)
crun exec box call 102 1 2,1,0
