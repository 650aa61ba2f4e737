#: hint: Whose PID is 1?
workshop
readlink /proc/1/ns/uts
#: answer
