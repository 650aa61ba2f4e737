true
#: answer F, D
