#: hint: no root in a user namespace
exit
#: answer d f
