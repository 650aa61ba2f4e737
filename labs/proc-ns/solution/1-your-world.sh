workshop
readlink /proc/$$/ns/uts
#: answer
