#: hint: “e” is refused
true
#: answer d e f
