#: hint: “d” is missing
true
#: answer none
