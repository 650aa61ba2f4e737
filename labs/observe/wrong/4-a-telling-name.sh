#: hint: Names lie
pgrep -x minerd
#: answer
