workshop
stat -L -c %i /proc/self/ns/uts
#: answer
