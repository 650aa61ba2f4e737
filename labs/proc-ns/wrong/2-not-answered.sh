#: reason: not answered yet
lsns
