#: hint: which is not in the workshop
workshop
unshare --uts bash
readlink /proc/$$/ns/uts
#: answer
