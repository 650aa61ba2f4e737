stat -c %i /
#: answer
