#: hint: is the host
#: terminal 2
stat -c %i /
#: answer
