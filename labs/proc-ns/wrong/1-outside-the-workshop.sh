#: hint: Your shell is not in the workshop
readlink /proc/$$/ns/uts
#: answer
