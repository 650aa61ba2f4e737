#: reason: You have not said yet
crun list
