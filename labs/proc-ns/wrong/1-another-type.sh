#: hint: of another type: net:[
workshop
readlink /proc/$$/ns/net
#: answer
