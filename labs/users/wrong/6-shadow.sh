#: hint: Permission denied
true
#: answer b d f
